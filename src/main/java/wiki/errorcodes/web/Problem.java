package wiki.errorcodes.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be answered, told as RFC 9457 asks: what was wrong, in words for the one
 * who sent it.
 */
final class Problem extends RuntimeException {

    private final int status;
    private final String title;

    /**
     * @param status the HTTP status, 400 to 599
     * @param title what kind of problem, always the same for a kind
     * @param detail what was wrong this time, and what to do
     */
    Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** Returns the 404 of a thing that has a name. */
    static Problem missing(String kind, String name) {
        return missing(kind, "there is no " + kind, name);
    }

    static Problem missing(String kind, String sentence, String name) {
        return new Problem(404, "No such " + kind, sentence + " \"" + name + '"');
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail());
        return json;
    }
}

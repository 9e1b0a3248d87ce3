package wiki.errorcodes.web;

import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wiki.errorcodes.site.ContentWatcher;
import wiki.errorcodes.source.Diagnostic;

/**
 * Tells the pages that editors have open when the articles change, and what is wrong with them
 * (server-sent events). Safe to call from any thread.
 */
public final class Reloads {

    static final String PATH = "/events";

    private static final String EVENT = "site";

    private final Set<SseClient> pages = ConcurrentHashMap.newKeySet();
    private volatile ContentWatcher.Change last;

    public Reloads(ContentWatcher.Change first) {
        last = first;
    }

    /** A page was opened: it hears what is the case, and from then on what changes. */
    void join(SseClient page) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
        page.sendEvent(EVENT, text(last));
    }

    /** Tells every open page. */
    public void announce(ContentWatcher.Change change) {
        last = change;
        String text = text(change);
        for (SseClient page : pages) {
            page.sendEvent(EVENT, text);
        }
    }

    /** Lets every page go, so that the server can stop. */
    void close() {
        pages.forEach(SseClient::close);
    }

    private static String text(ContentWatcher.Change change) {
        List<Map<String, Object>> problems = new ArrayList<>();
        for (ContentWatcher.Problem problem : change.problems()) {
            Diagnostic diagnostic = problem.diagnostic();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(
                    "place",
                    diagnostic.path()
                            + ":"
                            + diagnostic.span().line()
                            + ":"
                            + diagnostic.span().column());
            json.put("message", diagnostic.message());
            json.put("hint", diagnostic.hint());
            json.put("rule", diagnostic.rule().id());
            json.put("line", problem.line());
            json.put("column", diagnostic.span().column());
            json.put("end", diagnostic.span().endColumn());
            problems.add(json);
        }
        return new String(
                Json.bytes(Map.of("version", change.site().version(), "problems", problems)),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}

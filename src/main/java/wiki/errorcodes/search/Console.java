package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a paste line by line as a developer's eye does: which lines are stack frames, which look
 * like errors, which are the rest. No regular expressions: every line is looked at once.
 */
public final class Console {

    private static final Set<String> ALARMS =
            Set.of(
                    "uncaught",
                    "failed",
                    "failure",
                    "refused",
                    "blocked",
                    "denied",
                    "invalid",
                    "cannot",
                    "unable",
                    "unexpected",
                    "rejected",
                    "violates",
                    "violation",
                    "exception",
                    "unhandled",
                    "forbidden",
                    "unauthorized",
                    "mismatch",
                    "disallows",
                    "illegal",
                    "aborted",
                    "unsafe",
                    "undefined",
                    "missing",
                    "expected");
    private static final int LONGEST_LINE = 2_000;

    private Console() {}

    /** What a line is. */
    enum Kind {
        FRAME,
        ERROR,
        OTHER
    }

    /**
     * A line of a paste.
     *
     * @param start offset of its first character
     * @param end offset after its last character, without the line break
     */
    record Line(int start, int end, Kind kind) {}

    /**
     * Returns the distinct lines that look like errors, or the first line when none does; empty for
     * an empty text.
     */
    public static List<String> errors(String text) {
        List<Line> lines = read(text);
        List<String> errors =
                lines.stream()
                        .filter(line -> line.kind() == Kind.ERROR)
                        .map(line -> text.substring(line.start(), line.end()).strip())
                        .distinct()
                        .toList();
        return errors.isEmpty()
                ? lines.stream()
                        .limit(1)
                        .map(line -> text.substring(line.start(), line.end()).strip())
                        .toList()
                : errors;
    }

    static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, Math.min(end, start + LONGEST_LINE)).strip();
            if (!line.isEmpty()) {
                lines.add(new Line(start, end, kind(line)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static Kind kind(String line) {
        if (isFrame(line)) {
            return Kind.FRAME;
        }
        return looksLikeError(line) ? Kind.ERROR : Kind.OTHER;
    }

    /**
     * V8's {@code at f (url:1:2)}, SpiderMonkey's and JavaScriptCore's {@code f@url:1:2}, the
     * consoles' own {@code f @ a.js:1}.
     */
    private static boolean isFrame(String line) {
        if (line.startsWith("at ")
                || line.startsWith("File \"")
                || line.startsWith("self-hosted")
                || line.startsWith("(anonymous)")
                || line.startsWith("(async)")) {
            return true;
        }
        boolean place = endsWithPlace(line);
        int at = line.indexOf('@');
        boolean afterAt =
                at >= 0
                        && line.indexOf(' ', at + 2) < 0
                        && (at == 0
                                || line.indexOf(' ') < 0
                                || line.indexOf(' ') == at - 1
                                || line.charAt(at - 1) == '\t');
        boolean words = line.indexOf(' ') != line.lastIndexOf(' ');
        return place && (afterAt || !words) || line.startsWith("@ ");
    }

    private static boolean endsWithPlace(String line) {
        int end = line.length();
        while (end > 0
                && (line.charAt(end - 1) == ')'
                        || line.charAt(end - 1) == ':'
                        || Character.isDigit(line.charAt(end - 1)))) {
            end--;
        }
        return end < line.length()
                && line.indexOf(':', end) >= 0
                && Character.isDigit(
                        line.charAt(
                                line.length()
                                        - (line.endsWith(")") ? Math.min(2, line.length()) : 1)));
    }

    /** Tells whether a line says that something went wrong. */
    static boolean looksLikeError(String line) {
        if (line.contains("ERR_")
                || line.contains("_ERROR_")
                || line.contains("[Error]")
                || line.contains("NSURLError")) {
            return true;
        }
        int i = 0;
        while (i < line.length()) {
            int end = i;
            while (end < line.length() && Character.isLetter(line.charAt(end))) {
                end++;
            }
            if (end > i) {
                String word = line.substring(i, end);
                if (word.endsWith("Error") && word.length() > "Error".length()
                        || ALARMS.contains(word.toLowerCase(Locale.ROOT))
                        || (word.equals("Error") || word.equals("error"))
                                && end < line.length()
                                && line.charAt(end) == ':') {
                    return true;
                }
            }
            i = Math.max(end, i + 1);
        }
        return line.contains("not allowed")
                || line.contains("not found")
                || line.contains("timed out")
                || line.contains("can't ")
                || line.contains("can’t ");
    }
}

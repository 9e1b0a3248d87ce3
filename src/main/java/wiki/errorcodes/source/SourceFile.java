package wiki.errorcodes.source;

import java.util.Arrays;

/**
 * The text of one file, and the only place where an offset becomes a line and a column. Immutable.
 *
 * <p>Parsers keep offsets into {@link #text()}; they become spans at the edge, when a diagnostic is
 * made.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param path the path as the editor knows it, relative to the content folder, with slashes
     * @param text the whole text; a byte order mark is not part of it
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lineStarts = lineStarts(this.text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends =
                    c == '\n'
                            || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /**
     * Turns offsets into a place. A range over several lines ends with its first line; offsets
     * outside the text are moved to its nearest end.
     */
    public Span span(int from, int to) {
        int start = Math.max(0, Math.min(from, text.length()));
        int end = Math.max(start, Math.min(to, text.length()));
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found >= 0 ? found : -found - 2;
        int lineEnd = lineStarts[line] + line(line + 1).length();
        int column = start - lineStarts[line] + 1;
        return new Span(
                line + 1, column, Math.max(column, Math.min(end, lineEnd) - lineStarts[line] + 1));
    }

    /** Returns a line without its line break; empty when there is no such line. Counted from 1. */
    public String line(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Returns the offset of a place given as line and column, both counted from 0 as YAML marks do.
     */
    public int offset(int line, int column) {
        return line >= lineStarts.length
                ? text.length()
                : Math.min(text.length(), lineStarts[line] + column);
    }
}

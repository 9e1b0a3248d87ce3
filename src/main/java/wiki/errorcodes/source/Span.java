package wiki.errorcodes.source;

/**
 * A place in a text file: from a character up to, not including, another one on the same line.
 *
 * @param line the line, counted from 1
 * @param column the first column, counted from 1 in UTF-16 units
 * @param endColumn the column after the last one; equal to {@code column} for a mere point
 */
public record Span(int line, int column, int endColumn) implements Comparable<Span> {

    /** The first character of a file: what has no better place is reported there. */
    public static final Span START = new Span(1, 1, 1);

    public Span {
        if (line < 1 || column < 1 || endColumn < column) {
            throw new IllegalArgumentException(
                    "no such place: " + line + ":" + column + "-" + endColumn);
        }
    }

    @Override
    public int compareTo(Span other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}

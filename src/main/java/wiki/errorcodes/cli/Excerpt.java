package wiki.errorcodes.cli;

import wiki.errorcodes.source.Span;

/**
 * A source line and the signs below it that point at a place.
 *
 * @param line as far as it fits; {@code …} stands for what does not
 * @param carets below the place, tabs where the line has tabs
 */
record Excerpt(String line, String carets) {

    /** Columns that a terminal has. */
    private static final int WIDEST = 96;

    /** Columns before the place that show where it stands. */
    private static final int BEFORE = 24;

    private static final char CUT = '…';

    static Excerpt of(String line, Span span) {
        int start = Math.min(span.column() - 1, line.length());
        int end = Math.max(start, Math.min(span.endColumn() - 1, line.length()));
        int from = 0;
        if (width(line, 0, line.length()) > WIDEST && width(line, 0, end) > WIDEST) {
            from = start;
            while (from > 0 && width(line, from, start) < BEFORE) {
                from--;
            }
        }
        int to = line.length();
        if (width(line, from, to) > WIDEST) {
            to = from;
            while (width(line, from, to + 1) < WIDEST) {
                to++;
            }
        }
        if (from > 0 && Character.isLowSurrogate(line.charAt(from))) {
            from--;
        }
        if (to < line.length() && Character.isLowSurrogate(line.charAt(to))) {
            to--;
        }
        StringBuilder carets = new StringBuilder(from > 0 ? " " : "");
        for (int i = from; i < start; i++) {
            carets.append(line.charAt(i) == '\t' ? "\t" : " ".repeat(width(line, i, i + 1)));
        }
        carets.append("^".repeat(Math.max(1, width(line, start, Math.min(end, to)))));
        return new Excerpt(
                (from > 0 ? String.valueOf(CUT) : "")
                        + line.substring(from, to)
                        + (to < line.length() ? String.valueOf(CUT) : ""),
                carets.toString());
    }

    private static int width(String line, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += width(line.charAt(i));
        }
        return width;
    }

    /** Chinese, Japanese and Korean signs and most emoji take two columns, accents none. */
    private static int width(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u200B') {
            return 0;
        }
        boolean wide =
                c >= '\u1100' && c <= '\u115F'
                        || c >= '\u2E80' && c <= '\uA4CF'
                        || c >= '\uAC00' && c <= '\uD7A3'
                        || c >= '\uF900' && c <= '\uFAFF'
                        || c >= '\uFE30' && c <= '\uFE6F'
                        || c >= '\uFF00' && c <= '\uFF60';
        return wide ? 2 : 1;
    }
}

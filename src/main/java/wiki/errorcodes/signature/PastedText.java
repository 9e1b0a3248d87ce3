package wiki.errorcodes.signature;

import java.util.Arrays;

/**
 * A pasted text without what only disturbs: terminal colours, zero-width characters, HTML entities.
 * Every character knows where it stood in the paste, so that a match can be shown there. Immutable.
 */
public final class PastedText {

    private static final int LONGEST_ENTITY = 8;

    private final String raw;
    private final String text;

    /**
     * Offset in {@link #raw} of each character of {@link #text}, and of its end; null when they are
     * the same.
     */
    private final int @org.jspecify.annotations.Nullable [] offsets;

    private PastedText(String raw, String text, int @org.jspecify.annotations.Nullable [] offsets) {
        this.raw = raw;
        this.text = text;
        this.offsets = offsets;
    }

    /** Reads a paste. Takes time in proportion to its length. */
    public static PastedText of(String raw) {
        if (isClean(raw)) {
            return new PastedText(raw, raw, null);
        }
        StringBuilder text = new StringBuilder(raw.length());
        int[] offsets = new int[raw.length() + 1];
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '\u001B') {
                i = afterEscape(raw, i);
            } else if (isInvisible(c)) {
                i++;
            } else {
                int end = c == '&' ? entityEnd(raw, i) : -1;
                char decoded = end < 0 ? c : decode(raw.substring(i + 1, end - 1));
                if (decoded == 0) {
                    end = -1;
                    decoded = c;
                }
                offsets[text.length()] = i;
                text.append(decoded == '\u00A0' ? ' ' : decoded);
                i = end < 0 ? i + 1 : end;
            }
        }
        offsets[text.length()] = raw.length();
        return new PastedText(raw, text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    private static boolean isClean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '&' || c == '\u001B' || c == '\u00A0' || isInvisible(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2064'
                || c == '\uFEFF'
                || c == '\u00AD'
                || c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\u001B';
    }

    /** Skips a control sequence (ECMA-48, 5.4): ESC [ parameters, then a letter. */
    private static int afterEscape(String raw, int at) {
        int i = at + 1;
        if (i < raw.length() && raw.charAt(i) == '[') {
            i++;
            while (i < raw.length()
                    && (raw.charAt(i) >= '0' && raw.charAt(i) <= '?' || raw.charAt(i) == ' ')) {
                i++;
            }
            return Math.min(raw.length(), i + 1);
        }
        return i;
    }

    private static int entityEnd(String raw, int at) {
        int limit = Math.min(raw.length(), at + LONGEST_ENTITY + 2);
        for (int i = at + 1; i < limit; i++) {
            char c = raw.charAt(i);
            if (c == ';') {
                return i > at + 1 ? i + 1 : -1;
            }
            if (!(c == '#' || c < 128 && Character.isLetterOrDigit(c))) {
                return -1;
            }
        }
        return -1;
    }

    private static char decode(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos", "#39", "#x27", "#X27" -> '\'';
            case "#34", "#x22", "#X22" -> '"';
            case "#60", "#x3C", "#x3c" -> '<';
            case "#62", "#x3E", "#x3e" -> '>';
            case "nbsp", "#160" -> ' ';
            case "rsquo", "#8217" -> '\u2019';
            case "lsquo", "#8216" -> '\u2018';
            case "ldquo", "#8220" -> '\u201C';
            case "rdquo", "#8221" -> '\u201D';
            default -> 0;
        };
    }

    /** Returns what was pasted. */
    public String raw() {
        return raw;
    }

    /** Returns the text to read. */
    public String text() {
        return text;
    }

    /** Returns where a character of {@link #text()}, or its end, stood in {@link #raw()}. */
    public int rawOffset(int offset) {
        return offsets == null ? offset : offsets[offset];
    }
}

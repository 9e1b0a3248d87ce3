package wiki.errorcodes.signature;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A text as words and signs. Quotes, hyphens, brackets and sentence punctuation separate words and
 * are dropped, because browsers, consoles and people differ in them; signs that carry meaning
 * ({@code < / * = #} …) are words of their own. Ideographs and kana, which are written without
 * spaces, are one word each.
 */
final class Tokens {

    private int[] ids = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    /** What a character is for a text. */
    private enum Kind {
        /** It and its like beside it are a word. */
        WORD,
        /** It is a word of its own. */
        SIGN,
        SEPARATOR
    }

    private static final Kind[] ASCII = new Kind[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = kindOf(c);
        }
    }

    private Tokens() {}

    private static Kind kind(char c) {
        return c < ASCII.length ? ASCII[c] : kindOf(c);
    }

    private static Kind kindOf(char c) {
        if (isWord(c) && !isUnspaced(c)) {
            return Kind.WORD;
        }
        // No ideograph separates.
        return isSeparator(c) ? Kind.SEPARATOR : Kind.SIGN;
    }

    /** Reads a text whose words need not be known. */
    static Tokens find(CharSequence text, Lexicon lexicon) {
        return read(text, lexicon, false);
    }

    /** Reads the literal text of a template and learns its words. */
    static Tokens learn(CharSequence text, Lexicon lexicon) {
        return read(text, lexicon, true);
    }

    private static Tokens read(CharSequence text, Lexicon lexicon, boolean learn) {
        Tokens tokens = new Tokens();
        int i = 0;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            int end = i + 1;
            Kind kind = kind(c);
            if (kind == Kind.WORD) {
                while (end < length && kind(text.charAt(end)) == Kind.WORD) {
                    end++;
                }
            } else if (kind == Kind.SEPARATOR) {
                i++;
                continue;
            }
            tokens.add(learn ? lexicon.add(text, i, end) : lexicon.find(text, i, end), i, end);
            i = end;
        }
        return tokens;
    }

    private void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    int id(int token) {
        return ids[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /**
     * Returns the numbers of the words that are known.
     *
     * @param size more than the largest of them
     */
    BitSet known(int size) {
        BitSet known = new BitSet(size);
        for (int token = 0; token < this.size; token++) {
            if (ids[token] != Lexicon.UNKNOWN) {
                known.set(ids[token]);
            }
        }
        return known;
    }

    int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    /**
     * Returns the first token that starts at or after an offset; {@link #size()} if there is none.
     */
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    static boolean isWord(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '$';
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isUnspaced(char c) {
        return c >= '\u3040' && c <= '\u30FF'
                || c >= '\u3400' && c <= '\u9FFF'
                || c >= '\uF900' && c <= '\uFAFF';
    }

    static boolean isQuote(char c) {
        return switch (c) {
            case '\'',
                    '"',
                    '`',
                    '\u00B4',
                    '\u2018',
                    '\u2019',
                    '\u201A',
                    '\u201B',
                    '\u201C',
                    '\u201D',
                    '\u201E',
                    '\u201F',
                    '\u00AB',
                    '\u00BB',
                    '\u2039',
                    '\u203A',
                    '\u300C',
                    '\u300D',
                    '\u300E',
                    '\u300F' ->
                    true;
            default -> false;
        };
    }

    private static boolean isSeparator(char c) {
        if (Character.isWhitespace(c) || isQuote(c)) {
            return true;
        }
        return switch (c) {
            case '.',
                    ',',
                    ':',
                    ';',
                    '(',
                    ')',
                    '[',
                    ']',
                    '!',
                    '?',
                    '-',
                    '\\',
                    '|',
                    '\u2026',
                    '\u2013',
                    '\u2014',
                    '\u2022',
                    '\u3002',
                    '\uFF0C',
                    '\uFF1A',
                    '\uFF1B',
                    '\uFF08',
                    '\uFF09',
                    '\u3010',
                    '\u3011',
                    '\u3001',
                    '\uFF01',
                    '\uFF1F' ->
                    true;
            default -> false;
        };
    }
}

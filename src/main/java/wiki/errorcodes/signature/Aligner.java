package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays a template over a text, from its first word on. A hole ends at the nearest place where the
 * rest of the template fits; a hole that failed once at a place is not tried there again, and the
 * whole text has one budget of steps, so that no text can make it slow. Holds the state of reading
 * one text; not for sharing.
 */
final class Aligner {

    /** Tries of one hole's end; real messages need one or two. */
    private static final int MAX_TRIES = 12;

    /**
     * Characters of white space and punctuation that two neighbouring words of a template may be
     * apart.
     */
    private static final int MAX_APART = 80;

    /** Steps for one text. A 64 KiB console takes a few ten thousand. */
    private static final int BUDGET = 4_000_000;

    private final String text;
    private final Tokens tokens;
    private int steps;

    /** Where a template stands: offsets, and what is in its holes. */
    record Match(int start, int end, List<Alignment.Capture> captures) {}

    Aligner(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Tells whether a run of words stands at a token. */
    boolean stands(Pattern.Words words, int token) {
        int[] ids = words.ids();
        if (token < 0 || token + ids.length > tokens.size() || tokens.id(token) != ids[0]) {
            return false;
        }
        for (int i = 1; i < ids.length; i++) {
            if (tokens.id(token + i) != ids[i]
                    || tokens.start(token + i) - tokens.end(token + i - 1) > MAX_APART) {
                return false;
            }
        }
        return true;
    }

    /** Lays a template so that its first words stand at a token; null when it does not fit. */
    @Nullable Match match(Pattern pattern, int token) {
        int first = pattern.firstWords();
        List<Alignment.Capture> captures = new ArrayList<>();
        int start = tokens.start(token);
        // Holes before the first word are read backwards, the nearest first.
        for (int element = first - 1; element >= 0; element--) {
            Alignment.Capture leading = before((Pattern.Gap) pattern.element(element), start);
            if (leading == null) {
                return null;
            }
            captures.add(0, leading);
            start = leading.start();
        }
        Run run = new Run(pattern, captures);
        int end = run.from(first, token, start);
        return end < 0 ? null : new Match(start, end, captures);
    }

    /** One attempt to lay one template. */
    private final class Run {
        private final Pattern pattern;
        private final List<Alignment.Capture> captures;
        // Where holes did not fit: only they try again and again. Most runs have none.
        private @Nullable Set<Long> failed;

        Run(Pattern pattern, List<Alignment.Capture> captures) {
            this.pattern = pattern;
            this.captures = captures;
        }

        /** Lays the elements from one on; returns the end offset, or -1. */
        int from(int element, int token, int offset) {
            if (element == pattern.size()) {
                return offset;
            }
            if (++steps > BUDGET) {
                return -1;
            }
            if (pattern.element(element) instanceof Pattern.Words words) {
                return words(words, element, token);
            }
            long place = (long) element << 32 | offset;
            if (failed != null && failed.contains(place)) {
                return -1;
            }
            int end = gap((Pattern.Gap) pattern.element(element), element, offset);
            if (end < 0) {
                if (failed == null) {
                    failed = new HashSet<>();
                }
                failed.add(place);
            }
            return end;
        }

        private int words(Pattern.Words words, int element, int token) {
            if (!stands(words, token)) {
                return -1;
            }
            int next = token + words.ids().length;
            return from(element + 1, next, tokens.end(next - 1));
        }

        private int gap(Pattern.Gap gap, int element, int offset) {
            int start = skip(gap, offset);
            if (gap.quoted() && start < text.length() && Tokens.isQuote(text.charAt(start))) {
                int end = quoted(gap, element, start);
                if (end >= 0) {
                    return end;
                }
            }
            if (element + 1 == pattern.size()) {
                int end = lastEnd(gap, start);
                return capture(gap, start, end) ? end : -1;
            }
            return pattern.element(element + 1) instanceof Pattern.Words words
                    ? upTo(words, gap, element, start)
                    : upToHole(gap, element, start);
        }

        /** The text is in quotes, as in the template: try each closing quote. */
        private int quoted(Pattern.Gap gap, int element, int open) {
            MessageTemplate.Hole hole = gap.hole();
            Placeholder.Shape shape = hole.placeholder().shape();
            int limit = Math.min(text.length(), open + 2 + shape.maxLength());
            int tries = 0;
            for (int i = open + 1; i < limit && tries < MAX_TRIES; i++) {
                char c = text.charAt(i);
                if (c == '\n' && shape != Placeholder.Shape.TEXT && !shape.isWord()) {
                    return -1;
                }
                boolean closes =
                        closes(text.charAt(open), c)
                                && (i + 1 == text.length()
                                        || !Tokens.isWord(text.charAt(i + 1))
                                        || text.charAt(i - 1) == '\\');
                if (!closes) {
                    continue;
                }
                tries++;
                int kept = captures.size();
                if (fits(shape, open + 1, i) || i == open + 1) {
                    captures.add(
                            new Alignment.Capture(hole, text.substring(open + 1, i), open + 1, i));
                    int end =
                            element + 1 == pattern.size()
                                    ? i + 1
                                    : from(element + 1, tokens.firstFrom(i + 1), i + 1);
                    if (end >= 0) {
                        return end;
                    }
                    captures.subList(kept, captures.size()).clear();
                }
            }
            return -1;
        }

        /** Ends the hole where the next words of the template stand. */
        private int upTo(Pattern.Words words, Pattern.Gap gap, int element, int start) {
            Placeholder.Shape shape = gap.hole().placeholder().shape();
            int tries = 0;
            for (int token = tokens.firstFrom(start);
                    token < tokens.size() && tries < MAX_TRIES;
                    token++) {
                int from = tokens.start(token);
                if (from - start > shape.maxLength() + MAX_APART || ++steps > BUDGET) {
                    return -1;
                }
                if (!stands(words, token)) {
                    continue;
                }
                tries++;
                int kept = captures.size();
                if (capture(gap, start, from)) {
                    int end = words(words, element + 1, token);
                    if (end >= 0) {
                        return end;
                    }
                    captures.subList(kept, captures.size()).clear();
                }
            }
            return -1;
        }

        /**
         * Two holes with nothing but signs between them: the first one ends at a quote, a space or
         * such a sign.
         */
        private int upToHole(Pattern.Gap gap, int element, int start) {
            int end = start;
            if (start < text.length() && Tokens.isQuote(text.charAt(start))) {
                end = afterQuotes(start, gap.hole().placeholder().shape());
            }
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && !Tokens.isQuote(text.charAt(end))
                    && (gap.after().isEmpty() || text.charAt(end) != gap.after().charAt(0))) {
                end++;
            }
            int kept = captures.size();
            if (capture(gap, start, end)) {
                int last = from(element + 1, tokens.firstFrom(end), end);
                if (last >= 0) {
                    return last;
                }
                captures.subList(kept, captures.size()).clear();
            }
            return -1;
        }

        private boolean capture(Pattern.Gap gap, int from, int to) {
            int start = from;
            int end = to;
            Placeholder.Shape shape = gap.hole().placeholder().shape();
            while (end > start && isTrimmed(text.charAt(end - 1), gap, shape)) {
                end--;
            }
            if (shape != Placeholder.Shape.CODE && shape != Placeholder.Shape.PHRASE
                    || gap.quoted()) {
                while (start < end && Tokens.isQuote(text.charAt(start))) {
                    start++;
                }
            }
            if (end <= start) {
                if (!shape.mayBeEmpty()) {
                    return false;
                }
                end = start;
            } else if (!fits(shape, start, end)) {
                return false;
            }
            captures.add(new Alignment.Capture(gap.hole(), text.substring(start, end), start, end));
            return true;
        }
    }

    /**
     * Returns the offset after a quoted text, or the one after its first quote when that is never
     * closed.
     */
    private int afterQuotes(int open, Placeholder.Shape shape) {
        int limit = Math.min(text.length(), open + shape.maxLength());
        for (int i = open + 1; i < limit && text.charAt(i) != '\n'; i++) {
            if (closes(text.charAt(open), text.charAt(i))) {
                return i + 1;
            }
        }
        return open + 1;
    }

    private static boolean isTrimmed(char c, Pattern.Gap gap, Placeholder.Shape shape) {
        if (Character.isWhitespace(c) || gap.after().indexOf(c) >= 0) {
            return true;
        }
        boolean bare = gap.quoted() || shape.isWord() || shape == Placeholder.Shape.NUMBER;
        return bare && (Tokens.isQuote(c) || c == ',' || c == ':' || c == ';')
                || (shape == Placeholder.Shape.NUMBER || gap.quoted()) && c == '.';
    }

    private static boolean closes(char open, char c) {
        return switch (open) {
            case '\u2018', '\u201A', '\u201B' -> c == '\u2019' || c == '\u2018';
            case '\u201C', '\u201E', '\u201F' -> c == '\u201D' || c == '\u201C';
            case '\u00AB' -> c == '\u00BB';
            case '\u00BB' -> c == '\u00AB';
            case '\u2039' -> c == '\u203A';
            case '\u300C' -> c == '\u300D';
            case '\u300E' -> c == '\u300F';
            case '`', '\u00B4' -> c == '`' || c == '\'' || c == '\u00B4';
            default -> c == open;
        };
    }

    /** Skips white space and the punctuation that the template has before the hole. */
    private int skip(Pattern.Gap gap, int offset) {
        int start = offset;
        while (start < text.length()) {
            char c = text.charAt(start);
            boolean skipped =
                    Character.isWhitespace(c)
                            || gap.before().indexOf(c) >= 0
                            || c == '\\'
                                    && start + 1 < text.length()
                                    && Tokens.isQuote(text.charAt(start + 1))
                            // The quote that closes the hole before this one.
                            || Tokens.isQuote(c)
                                    && start + 1 < text.length()
                                    && Character.isWhitespace(text.charAt(start + 1));
            if (!skipped) {
                break;
            }
            start++;
        }
        return start;
    }

    private boolean fits(Placeholder.Shape shape, int start, int end) {
        if (end - start > shape.maxLength()) {
            return false;
        }
        if (shape.spansLines()) {
            return true;
        }
        boolean masked = isMasked(start, end);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return false;
            }
            if (shape.isWord() && !masked && Character.isWhitespace(c)) {
                return false;
            }
            boolean alien =
                    switch (shape) {
                        case HOST -> c == '/';
                        case ADDRESS -> c == '"' && !masked;
                        case VERB -> !(c >= 'A' && c <= 'Z') && !masked;
                        default -> false;
                    };
            if (alien) {
                return false;
            }
            if (shape == Placeholder.Shape.NUMBER
                    && !masked
                    && !(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == ',')) {
                return false;
            }
        }
        return true;
    }

    /** {@code <the url>}, {@code (null)}: what stands for a value. */
    private boolean isMasked(int start, int end) {
        if (end - start < 2 || end - start > 60) {
            return false;
        }
        char open = text.charAt(start);
        char close = text.charAt(end - 1);
        return open == '<' && close == '>'
                || open == '(' && close == ')'
                || open == '[' && close == ']'
                || open == '{' && close == '}';
    }

    /** Returns where a hole ends that nothing follows. */
    private int lastEnd(Pattern.Gap gap, int start) {
        Placeholder.Shape shape = gap.hole().placeholder().shape();
        int limit = Math.min(text.length(), start + shape.maxLength());
        int end = start;
        while (end < limit) {
            char c = text.charAt(end);
            if (c == '\n' || c == '\r') {
                break;
            }
            boolean blank = c == ' ' || c == '\t';
            boolean stops =
                    switch (shape) {
                        case WORD, ADDRESS, VERB, HOST -> blank || Tokens.isQuote(c);
                        case NUMBER ->
                                !(c >= '0' && c <= '9'
                                        || c == '.'
                                        || c == '-'
                                        || c == '('
                                        || c == ')'
                                        || c >= 'a'
                                                && c <= 'z'
                                                && text.startsWith("null", start + 1));
                        case CODE, PHRASE ->
                                blank
                                        && (text.startsWith("at ", end + 1)
                                                || text.startsWith("[", end + 1)
                                                || isBlank(end + 1));
                        case TEXT, REST -> false;
                    };
            if (stops) {
                break;
            }
            end++;
        }
        while (end > start && isTrailing(text.charAt(end - 1), shape)) {
            end--;
        }
        return end;
    }

    private boolean isBlank(int offset) {
        return offset < text.length()
                && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t');
    }

    private static boolean isTrailing(char c, Placeholder.Shape shape) {
        return Character.isWhitespace(c)
                || shape != Placeholder.Shape.TEXT
                        && shape != Placeholder.Shape.REST
                        && (c == '.' || c == ',' || c == ';' || c == ':');
    }

    /** Captures what stands before a template that begins with a hole; null when nothing fits. */
    private Alignment.@Nullable Capture before(Pattern.Gap gap, int wordStart) {
        Placeholder.Shape shape = gap.hole().placeholder().shape();
        int end = wordStart;
        while (end > 0 && isTrimmedBefore(text.charAt(end - 1), gap)) {
            end--;
        }
        int lineStart = end;
        int limit = Math.max(0, end - shape.maxLength());
        while (lineStart > limit
                && text.charAt(lineStart - 1) != '\n'
                && text.charAt(lineStart - 1) != '\r') {
            lineStart--;
        }
        int start =
                switch (shape) {
                    case WORD, ADDRESS, VERB, HOST, NUMBER -> wordBefore(lineStart, end);
                    case CODE -> codeBefore(lineStart, end);
                    case PHRASE, TEXT, REST -> phraseBefore(lineStart, end);
                };
        while (start < end
                && (Character.isWhitespace(text.charAt(start))
                        || Tokens.isQuote(text.charAt(start))
                                && !isQuotedCode(shape, start, end))) {
            start++;
        }
        if (start >= end && !shape.mayBeEmpty() || !fits(shape, start, end)) {
            return null;
        }
        return new Alignment.Capture(gap.hole(), text.substring(start, end), start, end);
    }

    private boolean isQuotedCode(Placeholder.Shape shape, int start, int end) {
        return shape == Placeholder.Shape.CODE
                && text.substring(start + 1, end).indexOf(text.charAt(start)) >= 0;
    }

    private static boolean isTrimmedBefore(char c, Pattern.Gap gap) {
        return Character.isWhitespace(c) || Tokens.isQuote(c) || gap.after().indexOf(c) >= 0;
    }

    private int wordBefore(int lineStart, int end) {
        int start = end;
        while (start > lineStart
                && !Character.isWhitespace(text.charAt(start - 1))
                && !Tokens.isQuote(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /**
     * An expression: back over brackets, up to a space outside them that no operator or {@code new}
     * bridges.
     */
    private int codeBefore(int lineStart, int end) {
        int depth = 0;
        int start = end;
        while (start > lineStart) {
            char c = text.charAt(start - 1);
            if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (c == '(' || c == '[' || c == '{') {
                if (depth == 0) {
                    break;
                }
                depth--;
            } else if ((c == ' ' || c == '\t') && depth == 0 && !isBridged(start - 1, lineStart)) {
                break;
            } else if (c == ':'
                    && depth == 0
                    && start < text.length()
                    && Character.isWhitespace(text.charAt(start))) {
                break;
            }
            start--;
        }
        return start;
    }

    private boolean isBridged(int space, int lineStart) {
        char next = space + 1 < text.length() ? text.charAt(space + 1) : ' ';
        char previous = space > lineStart ? text.charAt(space - 1) : ' ';
        // A sign at the start of the line is a console's prompt.
        boolean afterOperator = "=+*/<>&|?%,".indexOf(previous) >= 0 && space - 1 > lineStart;
        if (afterOperator || "=+*/<>&|?%".indexOf(next) >= 0) {
            return true;
        }
        return endsWithWord("new", space, lineStart)
                || endsWithWord("typeof", space, lineStart)
                || endsWithWord("await", space, lineStart);
    }

    private boolean endsWithWord(String word, int end, int lineStart) {
        int start = end - word.length();
        return start >= lineStart
                && text.startsWith(word, start)
                && (start == lineStart || !Tokens.isWord(text.charAt(start - 1)));
    }

    /** Some words: back to the start of the line or to a colon or bracket before a space. */
    private int phraseBefore(int lineStart, int end) {
        for (int i = end - 1; i > lineStart; i--) {
            char c = text.charAt(i - 1);
            if ((c == ':' || c == ']' || c == '"' || c == '\u201C')
                    && Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return lineStart;
    }
}

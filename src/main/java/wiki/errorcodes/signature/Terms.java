package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text for searching, made the same way for articles and for queries. An identifier
 * counts as a whole and by its parts: {@code net::ERR_CONNECTION_REFUSED} is {@code
 * err_connection_refused}, {@code err}, {@code connection}, {@code refused}; {@code
 * Access-Control-Allow-Origin}, {@code Promise.any} and {@code localStorage} likewise.
 */
public final class Terms {

    private static final int LONGEST = 64;
    private static final int MOST = 20_000;

    /** Words that stand in every question or every error, and so tell nothing. */
    private static final Set<String> STOP_WORDS =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "are",
                    "as",
                    "at",
                    "be",
                    "been",
                    "but",
                    "by",
                    "can",
                    "could",
                    "did",
                    "do",
                    "does",
                    "else",
                    "error",
                    "errors",
                    "for",
                    "from",
                    "get",
                    "getting",
                    "got",
                    "had",
                    "has",
                    "have",
                    "how",
                    "i",
                    "if",
                    "in",
                    "is",
                    "it",
                    "its",
                    "me",
                    "my",
                    "of",
                    "on",
                    "or",
                    "says",
                    "so",
                    "that",
                    "the",
                    "their",
                    "then",
                    "there",
                    "these",
                    "this",
                    "to",
                    "uncaught",
                    "up",
                    "was",
                    "we",
                    "were",
                    "what",
                    "when",
                    "where",
                    "which",
                    "why",
                    "will",
                    "with",
                    "would",
                    "you",
                    "your",
                    "s",
                    "t",
                    "m",
                    "re");

    private Terms() {}

    /** Returns the terms of a text in order, repeated as they are. */
    public static List<String> of(CharSequence text) {
        List<String> terms = new ArrayList<>();
        int i = 0;
        while (i < text.length() && terms.size() < MOST) {
            if (!Tokens.isWord(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            // A compound: words joined by single hyphens or points, as in header names and members.
            while (end < text.length() && (Tokens.isWord(text.charAt(end)) || isJoint(text, end))) {
                end++;
            }
            compound(text.subSequence(i, end).toString(), terms);
            i = end;
        }
        return terms;
    }

    private static boolean isJoint(CharSequence text, int at) {
        char c = text.charAt(at);
        return (c == '-' || c == '.')
                && at + 1 < text.length()
                && Tokens.isWord(text.charAt(at + 1));
    }

    private static void compound(String compound, List<String> terms) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < compound.length(); i++) {
            char c = compound.charAt(i);
            boolean separator = c == '-' || c == '.' || c == '_' || c == '$';
            boolean hump =
                    !part.isEmpty()
                            && Character.isUpperCase(c)
                            && Character.isLowerCase(part.charAt(part.length() - 1));
            if ((separator || hump || isIdeograph(c)) && !part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (!separator) {
                part.append(c);
            }
            if (isIdeograph(c)) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        for (String word : parts) {
            add(word.toLowerCase(Locale.ROOT), terms);
        }
        if (parts.size() > 1) {
            add(String.join("_", parts).toLowerCase(Locale.ROOT), terms);
            if (compound.indexOf('.') < 0 && compound.indexOf('-') < 0) {
                add(compound.toLowerCase(Locale.ROOT), terms);
            }
        }
    }

    private static boolean isIdeograph(char c) {
        return c >= '\u3040' && c <= '\u30FF'
                || c >= '\u3400' && c <= '\u9FFF'
                || c >= '\uF900' && c <= '\uFAFF';
    }

    private static void add(String term, List<String> terms) {
        if (term.length() <= LONGEST
                && (terms.isEmpty() || !terms.get(terms.size() - 1).equals(term))) {
            terms.add(term);
        }
    }

    /**
     * Returns the distinct terms that a query searches by; all of them when it has nothing but stop
     * words.
     */
    public static List<String> ofQuery(CharSequence text) {
        Set<String> all = new LinkedHashSet<>(of(text));
        List<String> telling = all.stream().filter(term -> !STOP_WORDS.contains(term)).toList();
        return telling.isEmpty() ? List.copyOf(all) : telling;
    }
}

package wiki.errorcodes.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** Returns the candidate nearest to a word, if it is no more than a third of the word away. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int most = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .filter(candidate -> distance(word, candidate) <= most)
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** As {@link #nearest}, but only when no second candidate is near, too. */
    public static Optional<String> only(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .filter(
                        found ->
                                nearest(
                                                word,
                                                candidates.stream()
                                                        .filter(other -> !other.equals(found))
                                                        .toList())
                                        .isEmpty());
    }

    /** Returns {@code did you mean "x"?}, or the other hint when nothing is near. */
    public static String didYouMean(String word, Collection<String> candidates, String otherwise) {
        return nearest(word, candidates)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(otherwise);
    }

    /**
     * Edits from one word to the other: insertions, deletions, replacements and swaps of neighbours
     * (Damerau, restricted).
     */
    public static int distance(CharSequence a, CharSequence b) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}

package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Span;

/**
 * Finds articles that say the same. Texts are sets of shingles, runs of five words. Which pairs are
 * worth a comparison is decided by MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman,
 * Mining of Massive Datasets, 3.4), so that the time grows with the articles, not with the pairs.
 */
final class NearDuplicates {

    private static final int SHINGLE = 5;

    /** Share of common shingles (Jaccard) from which two texts are the same. */
    static final double SAME = 0.6;

    /** Fewer shingles than this say too little to be compared. */
    private static final int SHORTEST = 40;

    /** With 32 bands of 3 rows, a pair of similarity 0.6 is missed once in 2,400 times. */
    private static final int BANDS = 32;

    private static final int ROWS = 3;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private NearDuplicates() {}

    /** Returns one diagnostic for each pair, at the article whose path comes later. */
    static List<Diagnostic> check(List<Article> articles) {
        List<long[]> shingles =
                articles.parallelStream().map(article -> shingles(text(article))).toList();
        List<long[]> signatures = shingles.parallelStream().map(NearDuplicates::signature).toList();
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int band = 0; band < BANDS; band++) {
            for (int i = 0; i < articles.size(); i++) {
                if (shingles.get(i).length >= SHORTEST) {
                    long key = band;
                    for (int row = 0; row < ROWS; row++) {
                        key = mixed(key * 31 + signatures.get(i)[band * ROWS + row]);
                    }
                    buckets.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
                }
            }
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        Set<Long> compared = new HashSet<>();
        for (List<Integer> bucket : buckets.values()) {
            for (int i = 0; i < bucket.size(); i++) {
                for (int j = i + 1; j < bucket.size(); j++) {
                    int a = bucket.get(i);
                    int b = bucket.get(j);
                    if (compared.add((long) a << 32 | b)) {
                        double similarity = similarity(shingles.get(a), shingles.get(b));
                        if (similarity >= SAME) {
                            diagnostics.add(
                                    diagnostic(articles.get(a), articles.get(b), similarity));
                        }
                    }
                }
            }
        }
        return diagnostics;
    }

    private static Diagnostic diagnostic(Article one, Article other, double similarity) {
        boolean inOrder = one.path().compareTo(other.path()) < 0;
        Article first = inOrder ? one : other;
        Article second = inOrder ? other : one;
        return new Diagnostic(
                second.path(),
                Span.START,
                Rule.NEAR_DUPLICATE,
                "this article says what "
                        + first.path()
                        + " says ("
                        + Math.round(similarity * 100)
                        + " % of it)",
                "join the two and keep the other slug under aliases, or say what differs");
    }

    /** From Overview to FAQ; the quick answers of two articles may be alike. */
    private static String text(Article article) {
        return article.sections().stream()
                .filter(
                        section ->
                                section.kind() != SectionKind.QUICK_ANSWER
                                        && section.kind() != SectionKind.FREE)
                .map(Section::text)
                .collect(Collectors.joining("\n"));
    }

    private static long[] shingles(String text) {
        long[] words =
                NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .mapToLong(NearDuplicates::hash)
                        .toArray();
        long[] shingles = new long[Math.max(0, words.length - SHINGLE + 1)];
        for (int i = 0; i < shingles.length; i++) {
            long shingle = 0;
            for (int j = 0; j < SHINGLE; j++) {
                shingle = mixed(shingle * 31 + words[i + j]);
            }
            shingles[i] = shingle;
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long[] signature(long[] shingles) {
        long[] signature = new long[BANDS * ROWS];
        Arrays.fill(signature, Long.MAX_VALUE);
        for (long shingle : shingles) {
            for (int i = 0; i < signature.length; i++) {
                signature[i] =
                        Math.min(signature[i], mixed(shingle ^ (i + 1) * 0x9E3779B97F4A7C15L));
            }
        }
        return signature;
    }

    /** The finalizer of SplitMix64: every bit of the outcome depends on every bit of the value. */
    private static long mixed(long value) {
        long x = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }

    private static double similarity(long[] a, long[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (a.length + b.length - common);
    }
}

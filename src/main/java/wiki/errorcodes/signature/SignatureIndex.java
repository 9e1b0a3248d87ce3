package wiki.errorcodes.signature;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many templates stand in a text, and where. Each template is found by the run of
 * words that the fewest others have, all runs in one pass over the text; only then is the whole
 * template laid over the place. Immutable once built and safe to share.
 *
 * @param <T> what a template stands for
 */
public final class SignatureIndex<T> {

    /** How many words before its anchor a template may begin. */
    private static final int REACH = 400;

    /** Words beside its run by which a template is ruled out; more hardly rule out others. */
    private static final int MOST_OTHERS = 4;

    private final Lexicon lexicon;
    private final List<Entry<T>> entries;
    private final double[] rarity;
    private final Automaton automaton;

    /** A template. */
    private static final class Entry<T> {
        final T value;
        final Pattern pattern;

        /** Of the run by which it is found, in words. */
        final int length;

        /** Whether that is its first run. */
        final boolean leads;

        private final int[] run;

        /**
         * The rarest words of its other runs, the rarest first; looked for when its run is first
         * found: most templates of a wiki never are. Null before.
         */
        private int @Nullable [] others;

        Entry(T value, Pattern pattern, int[] run, boolean leads) {
            this.value = value;
            this.pattern = pattern;
            this.length = run.length;
            this.leads = leads;
            this.run = run;
        }

        /** Tells whether a text with some words, of which a run is known to stand, has the rest. */
        boolean mayBeIn(BitSet words, double[] rarity) {
            // Whoever looks at the same time comes to the same.
            int[] known = others;
            if (known == null) {
                known = others(pattern, run, rarity);
                others = known;
            }
            for (int id : known) {
                if (!words.get(id)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Collects templates for an index. */
    public static final class Builder<T> {
        private final Lexicon lexicon = new Lexicon();
        private final List<T> values = new ArrayList<>();
        private final List<Pattern> patterns = new ArrayList<>();

        /** Adds a template; one and the same template may be added for several values. */
        public Builder<T> add(MessageTemplate template, T value) {
            values.add(value);
            patterns.add(Pattern.of(template, lexicon));
            return this;
        }

        public SignatureIndex<T> build() {
            return new SignatureIndex<>(this);
        }
    }

    private SignatureIndex(Builder<T> builder) {
        lexicon = builder.lexicon;
        rarity = rarity(builder.patterns, lexicon.size());
        Map<IntBuffer, Integer> sharing = new HashMap<>();
        for (Pattern pattern : builder.patterns) {
            pattern.words().forEach(run -> sharing.merge(key(run), 1, Integer::sum));
        }
        entries = new ArrayList<>(builder.patterns.size());
        List<int[]> anchors = new ArrayList<>(builder.patterns.size());
        for (int i = 0; i < builder.patterns.size(); i++) {
            Pattern pattern = builder.patterns.get(i);
            int anchor = pattern.anchor(run -> sharing.getOrDefault(key(run), 0), rarity);
            int[] run = ((Pattern.Words) pattern.element(anchor)).ids();
            entries.add(
                    new Entry<>(
                            builder.values.get(i), pattern, run, anchor == pattern.firstWords()));
            anchors.add(run);
        }
        automaton = new Automaton(anchors);
    }

    private static int[] others(Pattern pattern, int[] anchor, double[] rarity) {
        return pattern.words().stream()
                .filter(run -> run.ids() != anchor)
                .flatMap(run -> Arrays.stream(run.ids()).boxed())
                .distinct()
                .sorted(Comparator.comparingDouble(id -> -rarity[id]))
                .limit(MOST_OTHERS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static IntBuffer key(Pattern.Words run) {
        return IntBuffer.wrap(run.ids());
    }

    /** Inverse document frequency of each word, the templates being the documents. */
    private static double[] rarity(List<Pattern> patterns, int words) {
        int[] frequency = new int[words];
        for (Pattern pattern : patterns) {
            Set<Integer> seen = new HashSet<>();
            for (Pattern.Words run : pattern.words()) {
                for (int id : run.ids()) {
                    if (seen.add(id)) {
                        frequency[id]++;
                    }
                }
            }
        }
        double[] rarity = new double[words];
        for (int id = 0; id < words; id++) {
            rarity[id] = Math.log(1 + (double) patterns.size() / Math.max(1, frequency[id]));
        }
        return rarity;
    }

    /**
     * Returns every place where a template fits, in no particular order; the same place may fit
     * several templates.
     */
    public List<Alignment<T>> find(PastedText text) {
        Tokens tokens = Tokens.find(text.text(), lexicon);
        BitSet words = tokens.known(lexicon.size());
        Aligner aligner = new Aligner(text.text(), tokens);
        List<Alignment<T>> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        automaton.scan(
                tokens,
                (sequence, lastToken) -> {
                    Entry<T> entry = entries.get(sequence);
                    if (!entry.mayBeIn(words, rarity)) {
                        return;
                    }
                    int anchor = lastToken - entry.length + 1;
                    int token = entry.leads ? anchor : start(entry, anchor, aligner);
                    // A run stands in a place once; what begins before it may reach several.
                    boolean isNew =
                            entry.leads || token >= 0 && seen.add((long) sequence << 32 | token);
                    if (isNew) {
                        Aligner.Match match = aligner.match(entry.pattern, token);
                        if (match != null) {
                            found.add(
                                    new Alignment<>(
                                            entry.value,
                                            entry.pattern.template(),
                                            entry.pattern.specificity(),
                                            match.start(),
                                            match.end(),
                                            match.captures(),
                                            Surroundings.isWhole(
                                                    text.text(), match.start(), match.end())));
                        }
                    }
                });
        return found;
    }

    /** Returns the token where the template's first words stand so that all of it fits, or -1. */
    private static <T> int start(Entry<T> entry, int anchorToken, Aligner aligner) {
        Pattern pattern = entry.pattern;
        Pattern.Words words = (Pattern.Words) pattern.element(pattern.firstWords());
        for (int token = anchorToken - 1; token >= Math.max(0, anchorToken - REACH); token--) {
            if (aligner.stands(words, token) && aligner.match(pattern, token) != null) {
                return token;
            }
        }
        return -1;
    }
}

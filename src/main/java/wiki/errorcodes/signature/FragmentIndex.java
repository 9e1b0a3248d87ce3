package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import wiki.errorcodes.source.Suggestion;

/**
 * Finds templates of which a text has most of the words: messages from memory, with typing
 * mistakes, or half of one. Words weigh as much as they are rare. Immutable once built and safe to
 * share.
 *
 * @param <T> what a template stands for
 */
public final class FragmentIndex<T> {

    /** Words of a text that are looked at. */
    private static final int MOST_TOKENS = 120;

    /** Templates that are looked at closely. */
    private static final int CLOSE_LOOKS = 40;

    private static final int SHORTEST_MISSPELT = 4;
    private static final int LONG_WORD = 8;
    private static final double MISSPELT = 0.85;
    private static final double ROUNDING = 1e-9;
    private static final int[] NOTHING = {};

    private final Lexicon lexicon = new Lexicon();
    private final List<T> values;

    /** The words of all templates, one template after the other. */
    private final int[] words;

    /** Where each template begins in {@link #words}; one more for the end. */
    private final int[] starts;

    private final double[] rarity;

    /** The weight of each template: the rarity of all its words. */
    private final double[] weights;

    private final double least;

    /**
     * For each word the templates that must have it or a rarer one among those of a text to be
     * covered enough, ascending. A word that is common is in few of these lists: what else its
     * template has is enough to tell.
     */
    private final int[][] postings;

    /**
     * Deletions of known words, as in SymSpell: two words within two edits share one. Each is the
     * hash of the letters that are left, then the word's number; sorted, so that equal hashes stand
     * together. Words that share a hash by chance are told apart by their distance.
     */
    private final long[] deletions;

    private final double average;

    /**
     * A template of which a text has some words.
     *
     * @param coverage share of the template's words that the text has in order, by weight, 0 to 1
     * @param weight the sum of those weights
     * @param share of the text's own words, by weight, that belong to the template
     */
    public record Fragment<T>(T value, double coverage, double weight, double share) {}

    /** Collects templates for an index. */
    public static final class Builder<T> {
        private final List<String> texts = new ArrayList<>();
        private final List<T> values = new ArrayList<>();

        /** Adds the fixed words of a template. */
        public Builder<T> add(String words, T value) {
            texts.add(words);
            values.add(value);
            return this;
        }

        /**
         * @param least the coverage from which on finding is fast
         */
        public FragmentIndex<T> build(double least) {
            return new FragmentIndex<>(this, least);
        }
    }

    private FragmentIndex(Builder<T> builder, double least) {
        this.least = least;
        values = List.copyOf(builder.values);
        starts = new int[values.size() + 1];
        int[] all = new int[values.size() * 8];
        for (int document = 0; document < values.size(); document++) {
            int[] ids = Tokens.learn(builder.texts.get(document), lexicon).ids();
            starts[document + 1] = starts[document] + ids.length;
            if (starts[document + 1] > all.length) {
                all = Arrays.copyOf(all, starts[document + 1] * 2);
            }
            System.arraycopy(ids, 0, all, starts[document], ids.length);
        }
        words = Arrays.copyOf(all, starts[values.size()]);
        int[] frequency = new int[lexicon.size()];
        for (int document = 0; document < values.size(); document++) {
            Arrays.stream(words, starts[document], starts[document + 1])
                    .distinct()
                    .forEach(id -> frequency[id]++);
        }
        rarity = new double[lexicon.size()];
        double sum = 0;
        for (int id = 0; id < rarity.length; id++) {
            rarity[id] = Math.log(1 + (double) values.size() / frequency[id]);
            sum += rarity[id];
        }
        average = rarity.length == 0 ? 1 : sum / rarity.length;
        weights = new double[values.size()];
        postings = new int[lexicon.size()][];
        Arrays.fill(postings, NOTHING);
        int[] filled = new int[rarity.length];
        for (int document = 0; document < values.size(); document++) {
            weights[document] = weight(document);
            for (int id : telling(document)) {
                if (filled[id] == postings[id].length) {
                    postings[id] = Arrays.copyOf(postings[id], Math.max(2, filled[id] * 2));
                }
                postings[id][filled[id]++] = document;
            }
        }
        for (int id = 0; id < postings.length; id++) {
            postings[id] = Arrays.copyOf(postings[id], filled[id]);
        }
        deletions = deletions(lexicon);
    }

    private double weight(int document) {
        double weight = 0;
        for (int i = starts[document]; i < starts[document + 1]; i++) {
            weight += rarity[words[i]];
        }
        return Math.max(weight, 1e-9);
    }

    /**
     * Returns the rarest words of a template: as many as together weigh so much that a text without
     * any of them cannot cover the template (prefix filtering: Chaudhuri, Ganti and Kaushik, "A
     * Primitive Operator for Similarity Joins", ICDE 2006).
     */
    private int[] telling(int document) {
        int[] all = Arrays.copyOfRange(words, starts[document], starts[document + 1]);
        int[] rarestFirst =
                Arrays.stream(all)
                        .distinct()
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(id -> -rarity[id])
                                        .thenComparing(Comparator.naturalOrder()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double missing = 0;
        int taken = 0;
        while (taken < rarestFirst.length
                && weights[document] - missing >= least * weights[document] - ROUNDING) {
            for (int id : all) {
                missing += id == rarestFirst[taken] ? rarity[id] : 0;
            }
            taken++;
        }
        return Arrays.copyOf(rarestFirst, taken);
    }

    private static long[] deletions(Lexicon lexicon) {
        LongStream.Builder all = LongStream.builder();
        for (int id = 0; id < lexicon.size(); id++) {
            String word = lexicon.word(id);
            if (word.length() >= SHORTEST_MISSPELT) {
                int number = id;
                eachDeletion(word, hash -> all.add((long) hash << 32 | number));
            }
        }
        return all.build().sorted().distinct().toArray();
    }

    /** Hears of the hash of a word, and of the word without one letter, or two if it is long. */
    private static void eachDeletion(String word, IntConsumer hash) {
        int length = word.length();
        hash.accept(hash(word, length, length));
        for (int first = 0; first < length; first++) {
            hash.accept(hash(word, first, length));
            if (length >= LONG_WORD) {
                for (int second = first + 1; second < length; second++) {
                    hash.accept(hash(word, first, second));
                }
            }
        }
    }

    private static int hash(String word, int without, int orWithout) {
        int hash = 17;
        for (int i = 0; i < word.length(); i++) {
            if (i != without && i != orWithout) {
                hash = hash * 31 + word.charAt(i);
            }
        }
        return hash;
    }

    /** Words of a text as numbers, misspelt ones as what they were meant to be. */
    private record Reading(int[] ids, double[] trust, double weight) {}

    /**
     * Returns the templates with the best coverage first; only those with at least this coverage.
     *
     * @param leastCoverage less than the index was built for takes a look at every template
     */
    public List<Fragment<T>> find(CharSequence text, double leastCoverage) {
        Reading reading = read(text);
        List<Fragment<T>> fragments = new ArrayList<>();
        for (int document : candidates(reading, leastCoverage)) {
            double found = inOrder(document, reading);
            double coverage = found / weights[document];
            if (coverage >= leastCoverage) {
                fragments.add(
                        new Fragment<>(
                                values.get(document),
                                coverage,
                                found,
                                Math.min(1, found / reading.weight())));
            }
        }
        fragments.sort(
                Comparator.<Fragment<T>>comparingDouble(
                        fragment -> -fragment.coverage() * Math.sqrt(fragment.weight())));
        return fragments;
    }

    private record Candidate(int document, double score) {}

    /** Returns the templates of whose words, in any order, a text has most; the best ones. */
    private List<Integer> candidates(Reading reading, double leastCoverage) {
        double[] trust = new double[rarity.length];
        BitSet near = new BitSet(values.size());
        for (int i = 0; i < reading.ids().length; i++) {
            int id = reading.ids()[i];
            if (id != Lexicon.UNKNOWN) {
                trust[id] = Math.max(trust[id], reading.trust()[i]);
                for (int document : postings[id]) {
                    near.set(document);
                }
            }
        }
        if (leastCoverage < least) {
            near.set(0, values.size());
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int document = near.nextSetBit(0);
                document >= 0;
                document = near.nextSetBit(document + 1)) {
            double found = 0;
            for (int i = starts[document]; i < starts[document + 1]; i++) {
                found += rarity[words[i]] * trust[words[i]];
            }
            if (found >= leastCoverage * weights[document] - ROUNDING) {
                candidates.add(new Candidate(document, found * found / weights[document]));
            }
        }
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.score()));
        return candidates.stream().limit(CLOSE_LOOKS).map(Candidate::document).toList();
    }

    /** The heaviest common subsequence of a template and a text. */
    private double inOrder(int document, Reading reading) {
        double[] previous = new double[reading.ids().length + 1];
        double[] current = new double[reading.ids().length + 1];
        for (int i = starts[document]; i < starts[document + 1]; i++) {
            int id = words[i];
            for (int j = 1; j <= reading.ids().length; j++) {
                double taken =
                        reading.ids()[j - 1] == id
                                ? previous[j - 1] + rarity[id] * reading.trust()[j - 1]
                                : 0;
                current[j] = Math.max(taken, Math.max(previous[j], current[j - 1]));
            }
            double[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[reading.ids().length];
    }

    private Reading read(CharSequence text) {
        Tokens tokens = Tokens.find(text, lexicon);
        int size = Math.min(MOST_TOKENS, tokens.size());
        int[] ids = new int[size];
        double[] trust = new double[size];
        int length = 0;
        double weight = 0;
        for (int token = 0; token < size; token++) {
            int id = tokens.id(token);
            double sure = 1;
            if (token + 1 < size && tokens.start(token + 1) - tokens.end(token) <= 1) {
                // "can not", "Network error": written apart.
                String joined = word(text, tokens, token) + word(text, tokens, token + 1);
                int together = lexicon.find(joined, 0, joined.length());
                if (together != Lexicon.UNKNOWN) {
                    ids[length] = together;
                    trust[length++] = 1;
                    weight += rarity[together];
                    token++;
                    continue;
                }
            }
            if (id == Lexicon.UNKNOWN) {
                id = meant(word(text, tokens, token));
                sure = MISSPELT;
            }
            ids[length] = id;
            trust[length++] = sure;
            weight += id == Lexicon.UNKNOWN ? average : rarity[id];
        }
        return new Reading(
                Arrays.copyOf(ids, length), Arrays.copyOf(trust, length), Math.max(weight, 1e-9));
    }

    private static String word(CharSequence text, Tokens tokens, int token) {
        StringBuilder word = new StringBuilder();
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            word.append(Lexicon.fold(text.charAt(i)));
        }
        return word.toString();
    }

    /** Returns the known word nearest to a misspelt one, or {@link Lexicon#UNKNOWN}. */
    private int meant(String word) {
        if (word.length() < SHORTEST_MISSPELT
                || word.length() > 60
                || word.chars().anyMatch(Character::isDigit)) {
            return Lexicon.UNKNOWN;
        }
        Nearest nearest = new Nearest(word, word.length() >= LONG_WORD ? 3 : 2);
        eachDeletion(word, nearest::look);
        return nearest.best;
    }

    /** The known word with the fewest edits so far; of two, the more common one. */
    private final class Nearest {
        private final String word;
        private int best = Lexicon.UNKNOWN;
        private int fewest;

        Nearest(String word, int tooMany) {
            this.word = word;
            this.fewest = tooMany;
        }

        void look(int hash) {
            int at = Arrays.binarySearch(deletions, (long) hash << 32);
            for (int i = at < 0 ? -at - 1 : at;
                    i < deletions.length && (int) (deletions[i] >> 32) == hash;
                    i++) {
                int id = (int) deletions[i];
                int edits = Suggestion.distance(word, lexicon.word(id));
                if (edits < fewest
                        || edits == fewest
                                && best != Lexicon.UNKNOWN
                                && rarity[id] < rarity[best]) {
                    fewest = edits;
                    best = id;
                }
            }
        }
    }
}

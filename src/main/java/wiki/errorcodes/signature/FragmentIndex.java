package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private final Lexicon lexicon = new Lexicon();
    private final List<T> values;
    private final List<int[]> documents = new ArrayList<>();
    private final double[] rarity;
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

        public FragmentIndex<T> build() {
            return new FragmentIndex<>(this);
        }
    }

    private FragmentIndex(Builder<T> builder) {
        values = List.copyOf(builder.values);
        for (String text : builder.texts) {
            documents.add(Tokens.learn(text, lexicon).ids());
        }
        int[] frequency = new int[lexicon.size()];
        for (int[] document : documents) {
            Arrays.stream(document).distinct().forEach(id -> frequency[id]++);
        }
        rarity = new double[lexicon.size()];
        postings = new int[lexicon.size()][];
        double sum = 0;
        for (int id = 0; id < rarity.length; id++) {
            rarity[id] = Math.log(1 + (double) documents.size() / frequency[id]);
            sum += rarity[id];
            postings[id] = new int[frequency[id]];
        }
        average = rarity.length == 0 ? 1 : sum / rarity.length;
        int[] filled = new int[rarity.length];
        for (int document = 0; document < documents.size(); document++) {
            for (int id : Arrays.stream(documents.get(document)).distinct().toArray()) {
                postings[id][filled[id]++] = document;
            }
        }
        deletions = deletions(lexicon);
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
     */
    public List<Fragment<T>> find(CharSequence text, double leastCoverage) {
        Reading reading = read(text);
        double[] scores = new double[documents.size()];
        Set<Integer> seen = new HashSet<>();
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < reading.ids().length; i++) {
            int id = reading.ids()[i];
            if (id == Lexicon.UNKNOWN || !seen.add(id)) {
                continue;
            }
            for (int document : postings[id]) {
                if (scores[document] == 0) {
                    candidates.add(document);
                }
                scores[document] += rarity[id] * reading.trust()[i];
            }
        }
        candidates.sort(
                Comparator.<Integer>comparingDouble(
                                document -> -scores[document] * scores[document] / weight(document))
                        .thenComparing(Comparator.naturalOrder()));
        List<Fragment<T>> fragments = new ArrayList<>();
        for (int document : candidates.subList(0, Math.min(CLOSE_LOOKS, candidates.size()))) {
            double found = inOrder(documents.get(document), reading);
            double coverage = found / weight(document);
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

    private double weight(int document) {
        double weight = 0;
        for (int id : documents.get(document)) {
            weight += rarity[id];
        }
        return Math.max(weight, 1e-9);
    }

    /** The heaviest common subsequence of a template and a text. */
    private double inOrder(int[] document, Reading reading) {
        double[] previous = new double[reading.ids().length + 1];
        double[] current = new double[reading.ids().length + 1];
        for (int id : document) {
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

package wiki.errorcodes.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Terms;

/**
 * Finds articles by their words: an inverted index in memory, ranked by BM25 (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009) over frequencies that count more where a
 * word stands in a wording than where it stands in the text. Immutable; safe to share.
 */
final class TextIndex {

    // People paste the message itself, so wordings and identifiers outweigh titles; the body only
    // breaks ties.
    private static final int MESSAGES = 10;
    private static final int CODES = 10;
    private static final int TITLE = 8;
    private static final int TAGS = 4;
    private static final int ANSWER = 4;
    private static final int CAUSES = 2;
    private static final int BODY = 1;

    /** How soon more of the same word stops to count. */
    private static final double SATURATION = 1.2;

    /** How much longer articles are held back. */
    private static final double LENGTH = 0.75;

    /** A word that most articles have still ranks those that have nothing else. */
    private static final double LEAST_RARITY = 1e-6;

    /** More words than this make no ranking better. */
    private static final int MOST_TERMS = 48;

    /** Longer words that the last one may be the beginning of. */
    private static final int MOST_EXTENSIONS = 32;

    /** Articles that are read at a time, by all cores. */
    private static final int BATCH = 1_000;

    private final List<Article> articles;
    private final Map<String, Integer> numbers;
    private final int[] lengths;

    /** What each article's length weighs against a word's frequency. */
    private final float[] brakes;

    private final TreeMap<String, int[]> postings;

    /**
     * An article by its words.
     *
     * @param score larger is better; comparable only within one query
     */
    record Ranked(Article article, double score) {}

    /**
     * The articles that have a term, in one array of numbers: an article's number and how often it
     * has the term, by weight, as much as a byte can say; that leaves room for eight million
     * articles. Ascending, as every article is there once.
     */
    private static final class Postings {

        private static final int FREQUENCY_BITS = Byte.SIZE;
        private static final int MOST_FREQUENT = (1 << FREQUENCY_BITS) - 1;

        static final int[] NONE = {};

        private Postings() {}

        static int posting(int document, int frequency) {
            return document << FREQUENCY_BITS | Math.min(MOST_FREQUENT, frequency);
        }

        static int document(int posting) {
            return posting >>> FREQUENCY_BITS;
        }

        static int frequency(int posting) {
            return posting & MOST_FREQUENT;
        }

        /** Returns where a document's posting is, or would be. */
        private static int place(int[] list, int document) {
            // None has the frequency 0.
            return -Arrays.binarySearch(list, posting(document, 0)) - 1;
        }

        private static boolean isAt(int[] list, int place, int document) {
            return place < list.length && document(list[place]) == document;
        }

        /** Returns how often a document has the term. */
        static int frequency(int[] list, int document) {
            int place = place(list, document);
            return isAt(list, place, document) ? frequency(list[place]) : 0;
        }

        /** Returns the same list with another frequency for one document; 0 takes it out. */
        static int[] with(int[] list, int document, int frequency) {
            int at = place(list, document);
            int skipped = isAt(list, at, document) ? 1 : 0;
            int added = frequency == 0 ? 0 : 1;
            int[] changed = Arrays.copyOf(list, list.length - skipped + added);
            int rest = list.length - at - skipped;
            System.arraycopy(list, at + skipped, changed, at + added, rest);
            if (added > 0) {
                changed[at] = posting(document, frequency);
            }
            return changed;
        }
    }

    /** Postings while they grow. */
    private static final class Growing {
        private int[] list = new int[4];
        private int size;

        void add(int document, int frequency) {
            if (size == list.length) {
                list = Arrays.copyOf(list, size * 2);
            }
            list[size++] = Postings.posting(document, frequency);
        }

        int[] done() {
            return Arrays.copyOf(list, size);
        }
    }

    /**
     * The words of an article.
     *
     * @param frequencies term → how often, by weight
     * @param length how many there are, each one counted once
     */
    private record Words(Map<String, Integer> frequencies, int length) {}

    private TextIndex(
            List<Article> articles,
            Map<String, Integer> numbers,
            int[] lengths,
            TreeMap<String, int[]> postings) {
        this.articles = articles;
        this.numbers = numbers;
        this.lengths = lengths;
        this.postings = postings;
        double average = Math.max(1, Arrays.stream(lengths).average().orElse(1));
        brakes = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            brakes[i] = (float) (SATURATION * (1 - LENGTH + LENGTH * lengths[i] / average));
        }
    }

    /** Reads the words of every article, with all cores. */
    static TextIndex of(Library library) {
        List<Article> articles = library.articles();
        Map<String, Integer> numbers = new HashMap<>();
        int[] lengths = new int[articles.size()];
        Map<String, Growing> growing = new HashMap<>();
        for (int from = 0; from < articles.size(); from += BATCH) {
            List<Article> batch = articles.subList(from, Math.min(articles.size(), from + BATCH));
            List<Words> read = batch.parallelStream().map(TextIndex::words).toList();
            for (int i = 0; i < read.size(); i++) {
                int number = from + i;
                numbers.put(batch.get(i).slug(), number);
                lengths[number] = read.get(i).length();
                read.get(i)
                        .frequencies()
                        .forEach(
                                (term, frequency) ->
                                        growing.computeIfAbsent(term, any -> new Growing())
                                                .add(number, frequency));
            }
        }
        TreeMap<String, int[]> postings = new TreeMap<>();
        growing.forEach((term, list) -> postings.put(term, list.done()));
        return new TextIndex(articles, numbers, lengths, postings);
    }

    /**
     * Returns the index of a library that differs in some articles, at the cost of those. The
     * articles of this one that the other does not have keep their numbers and lose their words.
     */
    TextIndex over(Library newer) {
        List<Article> all = new ArrayList<>(articles);
        Map<String, Integer> newNumbers = new HashMap<>(numbers);
        Map<Integer, Words> changed = new HashMap<>();
        Set<String> gone = new HashSet<>(numbers.keySet());
        for (Article article : newer.articles()) {
            gone.remove(article.slug());
            Integer number = numbers.get(article.slug());
            if (number == null) {
                newNumbers.put(article.slug(), all.size());
                changed.put(all.size(), words(article));
                all.add(article);
            } else {
                if (!hasSameText(articles.get(number), article)) {
                    changed.put(number, words(article));
                }
                all.set(number, article);
            }
        }
        for (String slug : gone) {
            changed.put(newNumbers.remove(slug), new Words(Map.of(), 0));
        }
        int[] newLengths = Arrays.copyOf(lengths, all.size());
        TreeMap<String, int[]> newPostings = changed.isEmpty() ? postings : new TreeMap<>(postings);
        changed.forEach(
                (number, words) -> {
                    newLengths[number] = words.length();
                    if (number < articles.size()) {
                        for (String term : words(articles.get(number)).frequencies().keySet()) {
                            if (!words.frequencies().containsKey(term)) {
                                newPostings.computeIfPresent(
                                        term, (any, list) -> Postings.with(list, number, 0));
                            }
                        }
                    }
                    words.frequencies()
                            .forEach(
                                    (term, frequency) ->
                                            newPostings.merge(
                                                    term,
                                                    Postings.with(Postings.NONE, number, frequency),
                                                    (list, one) ->
                                                            Postings.with(
                                                                    list, number, frequency)));
                });
        return new TextIndex(all, newNumbers, newLengths, newPostings);
    }

    private static boolean hasSameText(Article old, Article article) {
        return old == article
                || old.hash().equals(article.hash())
                        && old.notes().stream()
                                .map(Note::hash)
                                .toList()
                                .equals(article.notes().stream().map(Note::hash).toList());
    }

    private static Words words(Article article) {
        Map<String, Integer> raw = new HashMap<>();
        FrontMatter head = article.head();
        int length = 0;
        length += add(article.title(), TITLE, raw);
        length += add(article.slug(), TITLE, raw);
        length += add(article.summary(), TITLE, raw);
        for (Wording wording : head.wordings()) {
            length += add(wording.template().words(), MESSAGES, raw);
        }
        for (Code code : head.codes()) {
            length += add(code.identifier(), CODES, raw);
        }
        for (String tag : head.tags()) {
            length += add(tag, TAGS, raw);
        }
        for (Section section : article.sections()) {
            length +=
                    switch (section.kind()) {
                        case QUICK_ANSWER -> add(section.text(), ANSWER, raw);
                        case COMMON_CAUSES -> add(section.text(), CAUSES, raw);
                        default -> text(section, raw);
                    };
        }
        for (Note note : article.notes()) {
            for (Section section : note.sections()) {
                length += text(section, raw);
            }
        }
        Map<String, Integer> stems = new HashMap<>(raw.size() * 2);
        raw.forEach((term, frequency) -> stems.merge(stem(term), frequency, Integer::sum));
        return new Words(stems, length);
    }

    private static int text(Section section, Map<String, Integer> raw) {
        return add(section.heading(), BODY, raw) + add(section.text(), BODY, raw);
    }

    private static int add(String text, int weight, Map<String, Integer> raw) {
        List<String> terms = Terms.of(text);
        for (String term : terms) {
            raw.merge(term, weight, Integer::sum);
        }
        return terms.size();
    }

    /** Accents do not matter: they are often lost on the way. */
    private static String stem(String term) {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= 128) {
                return Normalizer.normalize(term, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
            }
        }
        return Stem.of(term);
    }

    /**
     * A word of a query: one term, or terms that begin with it.
     *
     * @param size how many documents its lists have
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Wanted(int[][] lists, long size, double rarity) {

        int frequency(int document) {
            int sum = 0;
            for (int[] list : lists) {
                sum += Postings.frequency(list, document);
            }
            return sum;
        }

        /** Returns the most that it can add to a score. */
        double most() {
            return rarity * (SATURATION + 1);
        }
    }

    /** Returns the words of a query that some article has, the rarest first. */
    private List<Wanted> wanted(List<String> terms) {
        List<String> used = terms.subList(0, Math.min(MOST_TERMS, terms.size()));
        List<Wanted> wanted = new ArrayList<>();
        for (String term : used) {
            int[] list = postings.get(stem(term));
            if (list != null) {
                wanted.add(weighed(list));
            }
        }
        // A last word that no article has may not be finished.
        String last = stem(used.get(used.size() - 1));
        if (last.length() > 1 && !postings.containsKey(last)) {
            int[][] extensions =
                    postings.subMap(last, last + Character.MAX_VALUE).values().stream()
                            .sorted(Comparator.comparingInt((int[] list) -> -list.length))
                            .limit(MOST_EXTENSIONS)
                            .toArray(int[][]::new);
            if (extensions.length > 0) {
                wanted.add(weighed(extensions));
            }
        }
        wanted.sort(Comparator.comparingDouble(one -> -one.rarity()));
        return wanted;
    }

    private Wanted weighed(int[]... lists) {
        long size = 0;
        for (int[] list : lists) {
            size += list.length;
        }
        // Terms of which the text has the beginning overlap; that many at most.
        long having = Math.min(articles.size(), size);
        double rarity = Math.log((articles.size() - having + 0.5) / (having + 0.5));
        return new Wanted(lists, size, rarity > LEAST_RARITY ? rarity : LEAST_RARITY);
    }

    /**
     * Returns the best articles for some terms, best first; ties go by slug, so the order never
     * flickers.
     *
     * @param allowed which articles may be among them
     */
    List<Ranked> best(List<String> terms, Predicate<Article> allowed, int limit) {
        if (terms.isEmpty() || articles.isEmpty()) {
            return List.of();
        }
        return new Ranking(allowed, limit).of(wanted(terms));
    }

    /**
     * One query. Words are read from the rarest to the most common; once those that are left cannot
     * lift an article that has none of the rarer ones among the best, only the articles that are
     * still in question are looked up in them (MaxScore: Turtle and Flood, "Query Evaluation",
     * 1995).
     */
    private final class Ranking {
        private final Predicate<Article> allowed;
        private final int limit;
        private final float[] scores = new float[articles.size()];
        private int[] touched = new int[256];
        private int size;

        Ranking(Predicate<Article> allowed, int limit) {
            this.allowed = allowed;
            this.limit = limit;
        }

        List<Ranked> of(List<Wanted> wanted) {
            double left = 0;
            for (Wanted word : wanted) {
                left += word.most();
            }
            boolean closed = false;
            for (Wanted word : wanted) {
                if (size > limit && word.size() > size / 4) {
                    closed |= close(left);
                }
                if (closed) {
                    lookUp(word);
                } else {
                    read(word);
                }
                left -= word.most();
            }
            return best();
        }

        /**
         * Keeps the articles that can still be among the best, if no other one can become that.
         *
         * @param left the most that the words to come can add
         */
        private boolean close(double left) {
            double least = least();
            if (least <= left) {
                return false;
            }
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (scores[touched[i]] + left >= least) {
                    touched[kept++] = touched[i];
                }
            }
            size = kept;
            return true;
        }

        private void read(Wanted word) {
            if (word.lists().length == 1) {
                for (int posting : word.lists()[0]) {
                    add(Postings.document(posting), Postings.frequency(posting), word.rarity());
                }
                return;
            }
            int[] sums = new int[scores.length];
            for (int[] list : word.lists()) {
                for (int posting : list) {
                    sums[Postings.document(posting)] += Postings.frequency(posting);
                }
            }
            for (int document = 0; document < sums.length; document++) {
                if (sums[document] > 0) {
                    add(document, sums[document], word.rarity());
                }
            }
        }

        private void lookUp(Wanted word) {
            for (int i = 0; i < size; i++) {
                int frequency = word.frequency(touched[i]);
                if (frequency > 0) {
                    add(touched[i], frequency, word.rarity());
                }
            }
        }

        private void add(int document, int frequency, double rarity) {
            if (scores[document] == 0) {
                if (size == touched.length) {
                    touched = Arrays.copyOf(touched, size * 2);
                }
                touched[size++] = document;
            }
            scores[document] +=
                    (float)
                            (rarity
                                    * frequency
                                    * (SATURATION + 1)
                                    / (frequency + brakes[document]));
        }

        /** Returns the score of the last of the best articles; 0 when there are fewer. */
        private float least() {
            float[] best = new float[limit];
            for (int i = 0; i < size; i++) {
                float score = scores[touched[i]];
                if (score > best[0] && allowed.test(articles.get(touched[i]))) {
                    int place = 1;
                    while (place < limit && best[place] < score) {
                        best[place - 1] = best[place];
                        place++;
                    }
                    best[place - 1] = score;
                }
            }
            return best[0];
        }

        private List<Ranked> best() {
            float least = least();
            List<Ranked> best = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                float score = scores[touched[i]];
                if (score >= least && allowed.test(articles.get(touched[i]))) {
                    best.add(new Ranked(articles.get(touched[i]), score));
                }
            }
            best.sort(
                    Comparator.comparingDouble((Ranked one) -> -one.score())
                            .thenComparing(one -> one.article().slug()));
            return List.copyOf(best.subList(0, Math.min(limit, best.size())));
        }
    }
}

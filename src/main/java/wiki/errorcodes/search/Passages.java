package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Section;

/**
 * What a result may show of an article: its summary, and the lines of its sections. Read once, so
 * that choosing one for a search does not read the article again. Immutable.
 */
final class Passages {

    private static final int WINDOW = 200;

    /** Characters of an article that are looked through: what it is about stands at its front. */
    private static final int LONGEST_READ = 4_000;

    private static final char NO_WORD = 0;
    private static final int HASH_START = 17;
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = folded(c);
        }
    }

    /** What each is shown as, with the article's examples for values. */
    private final List<String> shown = new ArrayList<>();

    /** The hashes of all words, with open addressing; 0 where there is none. */
    private final int[] words;

    /** Where in {@link #places} those of each word begin. */
    private final int[] starts;

    /** For each word the number of passages that have it, and which ones. */
    private final short[] places;

    private Passages(Article article) {
        Filling examples = new Filling(Map.of(), article);
        Map<Integer, List<Integer>> postings = new LinkedHashMap<>();
        add(Passage.of(article.summary(), 0, article.summary().length()), examples, postings);
        int left = LONGEST_READ;
        for (Section section : article.sections()) {
            String text = section.text();
            for (int from = 0; from < text.length() && left > 0; ) {
                Passage passage = Passage.at(text, from);
                add(passage, examples, postings);
                left -= passage.next() - from;
                from = passage.next();
            }
        }
        words = new int[2 * Integer.highestOneBit(2 * postings.size() + 1)];
        starts = new int[words.length];
        places = new short[postings.values().stream().mapToInt(all -> 1 + all.size()).sum()];
        int end = 0;
        for (Map.Entry<Integer, List<Integer>> word : postings.entrySet()) {
            int slot = slot(word.getKey());
            words[slot] = word.getKey();
            starts[slot] = end;
            places[end++] = (short) word.getValue().size();
            for (int place : word.getValue()) {
                places[end++] = (short) place;
            }
        }
    }

    private void add(Passage passage, Filling examples, Map<Integer, List<Integer>> postings) {
        int place = shown.size();
        shown.add(examples.text(passage.shown()));
        for (int hash : passage.words()) {
            List<Integer> known = postings.computeIfAbsent(hash, any -> new ArrayList<>());
            if (known.isEmpty() || known.get(known.size() - 1) != place) {
                known.add(place);
            }
        }
    }

    /** Returns the place of a word, or the empty one where it would be. */
    private int slot(int hash) {
        int slot = hash & words.length - 1;
        while (words[slot] != 0 && words[slot] != hash) {
            slot = slot + 1 & words.length - 1;
        }
        return slot;
    }

    /** The passages of the articles that were found. Safe to share between threads. */
    static final class Cache {

        /**
         * Articles whose passages are kept, the first that are found: as many as a large wiki has,
         * and some ten kilobytes for each. Those of a huge one are read when they are found.
         */
        private static final int MOST = 400;

        private final Map<Article, Passages> known = new ConcurrentHashMap<>();

        Passages of(Article article) {
            Passages passages = known.get(article);
            if (passages == null) {
                passages = new Passages(article);
                if (known.size() < MOST) {
                    known.put(article, passages);
                }
            }
            return passages;
        }
    }

    /** Shows the passage that has the most of the wanted words, the first of several. */
    Snippet best(Wanted wanted) {
        int[] found = new int[shown.size()];
        for (int hash : wanted.hashes) {
            int slot = slot(hash);
            if (words[slot] != 0) {
                int start = starts[slot];
                for (int i = start + 1; i <= start + places[start]; i++) {
                    found[places[i]]++;
                }
            }
        }
        int best = 0;
        for (int place = 1; place < found.length; place++) {
            if (found[place] > found[best]) {
                best = place;
            }
        }
        return wanted.marked(shown.get(best));
    }

    /**
     * A line of a text, or as much of it as is shown.
     *
     * @param next where in its text the next one begins
     * @param words the hashes of its words
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Passage(String shown, int next, int[] words) {

        static Passage at(String text, int from) {
            int newline = text.indexOf('\n', from);
            int lineEnd = newline < 0 ? text.length() : newline;
            int to = Math.min(lineEnd, from + WINDOW);
            if (to < lineEnd) {
                int space = text.lastIndexOf(' ', to);
                to = space > from ? space : to;
            }
            return of(text, from, to);
        }

        static Passage of(String text, int from, int to) {
            int[] words = new int[(to - from + 1) / 2];
            int count = 0;
            for (Words all = new Words(text, from, to); all.next(); ) {
                words[count++] = all.hash;
            }
            boolean blank =
                    to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\n');
            boolean cut = to < text.length() && text.charAt(to) != '\n';
            return new Passage(
                    text.substring(from, to).strip() + (cut ? " …" : ""),
                    blank ? to + 1 : to,
                    Arrays.copyOf(words, count));
        }
    }

    /**
     * The words of a search, in any letter case. Known by their hashes: that one word is taken for
     * another, once in some hundred million, marks a word too many.
     */
    static final class Wanted {

        private final int[] hashes;

        /** A bit for each; several share one. Most words of a text need no other look. */
        private long bits;

        Wanted(List<String> terms) {
            int[] all = new int[terms.size()];
            int count = 0;
            for (String term : terms) {
                Words words = new Words(term, 0, term.length());
                if (words.next() && words.end == term.length()) {
                    all[count++] = words.hash;
                    bits |= 1L << words.hash;
                }
            }
            hashes = Arrays.copyOf(all, count);
            Arrays.sort(hashes);
        }

        private boolean has(int hash) {
            return (bits & 1L << hash) != 0 && Arrays.binarySearch(hashes, hash) >= 0;
        }

        private Snippet marked(String text) {
            List<Snippet.Run> runs = new ArrayList<>();
            int done = 0;
            for (Words words = new Words(text, 0, text.length()); words.next(); ) {
                if (has(words.hash)) {
                    Snippets.add(runs, text.substring(done, words.start), false);
                    Snippets.add(runs, text.substring(words.start, words.end), true);
                    done = words.end;
                }
            }
            Snippets.add(runs, text.substring(done), false);
            return new Snippet(runs);
        }
    }

    /** The words of a text, one after the other. Not for sharing. */
    private static final class Words {

        private final String text;
        private final int limit;
        private int start;
        private int end;
        private int hash;

        Words(String text, int from, int limit) {
            this.text = text;
            this.limit = limit;
            this.end = from;
        }

        boolean next() {
            int at = end;
            while (at < limit && fold(text.charAt(at)) == NO_WORD) {
                at++;
            }
            start = at;
            int sum = HASH_START;
            for (; at < limit; at++) {
                char c = fold(text.charAt(at));
                if (c == NO_WORD) {
                    break;
                }
                sum = sum * 31 + c;
            }
            end = at;
            hash = sum == 0 ? HASH_START : sum;
            return end > start;
        }
    }

    /** Returns a letter or digit of a word in lower case, {@link #NO_WORD} for anything else. */
    private static char fold(char c) {
        return c < ASCII.length ? ASCII[c] : folded(c);
    }

    private static char folded(char c) {
        return Character.isLetterOrDigit(c) || c == '_' ? Character.toLowerCase(c) : NO_WORD;
    }
}

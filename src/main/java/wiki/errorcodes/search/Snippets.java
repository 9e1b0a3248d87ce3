package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.PastedText;

/** Makes the short texts that show why an article was found. */
final class Snippets {

    private static final int CONTEXT = 48;
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

    private Snippets() {}

    /** Shows a stretch of a paste, marked, with a little of its line around it. */
    static Snippet ofPaste(PastedText paste, int start, int end) {
        return ofPaste(paste, start, end, List.of());
    }

    /** As {@link #ofPaste(PastedText, int, int)}, with the captured values marked in it. */
    static Snippet ofPaste(PastedText paste, int start, int end, List<Alignment.Capture> captures) {
        String raw = paste.raw();
        int from = paste.rawOffset(start);
        int to = Math.max(from, paste.rawOffset(end));
        int left = Math.max(raw.lastIndexOf('\n', Math.max(0, from - 1)) + 1, from - CONTEXT);
        int newline = raw.indexOf('\n', to);
        int right = Math.min(newline < 0 ? raw.length() : newline, to + CONTEXT);
        left = Math.min(left, from);
        right = Math.max(right, to);
        List<Snippet.Run> runs = new ArrayList<>();
        add(runs, raw.substring(left, from), false);
        int done = from;
        for (Alignment.Capture capture : captures) {
            int first = paste.rawOffset(capture.start());
            int last = paste.rawOffset(capture.end());
            if (first >= done && last <= to && last > first) {
                add(runs, raw.substring(done, first), true);
                runs.add(new Snippet.Run(raw.substring(first, last), true, capture.hole().name()));
                done = last;
            }
        }
        add(runs, raw.substring(done, to), true);
        add(runs, raw.substring(to, right), false);
        return new Snippet(runs);
    }

    /** Shows the passage of an article that has the most of the wanted words. */
    static Snippet ofArticle(Article article, List<String> terms) {
        WantedWords wanted = new WantedWords(terms);
        Filling examples = new Filling(Map.of(), article);
        Passage best = new Passage(article.summary(), 0, article.summary().length());
        int most = wanted.distinct(best);
        int left = LONGEST_READ;
        for (Section section : article.sections()) {
            String text = section.text();
            for (int from = 0; from < text.length() && left > 0 && most < wanted.size(); ) {
                Passage passage = Passage.at(text, from);
                int found = wanted.distinct(passage);
                if (found > most) {
                    most = found;
                    best = passage;
                }
                left -= passage.next() - from;
                from = passage.next();
            }
        }
        return marked(examples.text(best.shown()), wanted);
    }

    /** A line of a text, or as much of it as is shown. */
    private record Passage(String text, int from, int to) {

        static Passage at(String text, int from) {
            int newline = text.indexOf('\n', from);
            int lineEnd = newline < 0 ? text.length() : newline;
            int to = Math.min(lineEnd, from + WINDOW);
            if (to < lineEnd) {
                int space = text.lastIndexOf(' ', to);
                to = space > from ? space : to;
            }
            return new Passage(text, from, to);
        }

        int next() {
            boolean blank =
                    to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\n');
            return blank ? to + 1 : to;
        }

        String shown() {
            boolean cut = to < text.length() && text.charAt(to) != '\n';
            return text.substring(from, to).strip() + (cut ? " …" : "");
        }
    }

    /** The words to mark. Looked up in a text in any letter case, without making strings. */
    private static final class WantedWords {
        private final String[] slots;
        private final int[] hashes;
        private final int[] numbers;
        private final int size;

        /** One bit for the hash of each word: most words of a text have none of these. */
        private final long filter;

        WantedWords(List<String> terms) {
            List<String> distinct = terms.stream().distinct().limit(Long.SIZE).toList();
            size = distinct.size();
            slots = new String[Integer.highestOneBit(size * 4 + 1) * 2];
            hashes = new int[slots.length];
            numbers = new int[slots.length];
            long bits = 0;
            for (int number = 0; number < size; number++) {
                String word = distinct.get(number);
                int hash = hash(word, 0, word.length());
                int slot = slot(hash, word, 0, word.length());
                slots[slot] = word;
                hashes[slot] = hash;
                numbers[slot] = number;
                bits |= 1L << hash;
            }
            filter = bits;
        }

        int size() {
            return size;
        }

        /** Returns how many of the words stand in a passage. */
        int distinct(Passage passage) {
            long found = 0;
            String text = passage.text();
            for (int i = passage.from(); i < passage.to(); ) {
                char first = fold(text.charAt(i));
                if (first == NO_WORD) {
                    i++;
                    continue;
                }
                int hash = HASH_START;
                int end = i;
                for (char c = first; c != NO_WORD; ) {
                    hash = hash * 31 + c;
                    end++;
                    c = end < passage.to() ? fold(text.charAt(end)) : NO_WORD;
                }
                if ((filter & 1L << hash) != 0) {
                    int slot = slot(hash, text, i, end);
                    if (hashes[slot] != 0) {
                        found |= 1L << numbers[slot];
                    }
                }
                i = end;
            }
            return Long.bitCount(found);
        }

        boolean has(String text, int from, int to) {
            return hashes[slot(hash(text, from, to), text, from, to)] != 0;
        }

        private static int hash(String text, int from, int to) {
            int hash = HASH_START;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + fold(text.charAt(i));
            }
            return hash;
        }

        /** Returns the place of a word in the table, an empty one if it is not there. */
        private int slot(int hash, String text, int from, int to) {
            int slot = (hash ^ hash >>> 15) & slots.length - 1;
            while (hashes[slot] != 0
                    && (hashes[slot] != hash || !isSame(slots[slot], text, from, to))) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private static boolean isSame(String word, String text, int from, int to) {
            if (word.length() != to - from) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (fold(text.charAt(i)) != fold(word.charAt(i - from))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Snippet marked(String text, WantedWords wanted) {
        List<Snippet.Run> runs = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i, text.length());
            if (end > i && wanted.has(text, i, end)) {
                add(runs, text.substring(done, i), false);
                add(runs, text.substring(i, end), true);
                done = end;
            }
            i = Math.max(end, i + 1);
        }
        add(runs, text.substring(done), false);
        return new Snippet(runs);
    }

    /** Returns where the word ends that begins at an offset; the offset itself if none does. */
    private static int wordEnd(String text, int from, int limit) {
        int end = from;
        while (end < limit && fold(text.charAt(end)) != NO_WORD) {
            end++;
        }
        return end;
    }

    /** Returns a letter or digit of a word in lower case, {@link #NO_WORD} for anything else. */
    private static char fold(char c) {
        return c < ASCII.length ? ASCII[c] : folded(c);
    }

    private static char folded(char c) {
        return Character.isLetterOrDigit(c) || c == '_' ? Character.toLowerCase(c) : NO_WORD;
    }

    private static void add(List<Snippet.Run> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new Snippet.Run(text, marked));
        }
    }
}

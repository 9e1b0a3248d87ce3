package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.PastedText;

/** Makes the short texts that show why an article was found. */
final class Snippets {

    private static final int CONTEXT = 48;
    private static final int WINDOW = 200;

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
        Set<String> wanted = new HashSet<>(terms);
        Filling examples = new Filling(Map.of(), article);
        String best = article.summary();
        int most = distinct(best, wanted);
        for (Section section : article.sections()) {
            for (String passage : passages(examples.text(section.text()))) {
                int found = distinct(passage, wanted);
                if (found > most) {
                    most = found;
                    best = passage;
                }
            }
        }
        return marked(best, wanted);
    }

    private static List<String> passages(String text) {
        List<String> passages = new ArrayList<>();
        for (String line : text.split("\n")) {
            for (int from = 0; from < line.length(); ) {
                int to = Math.min(line.length(), from + WINDOW);
                int space = to < line.length() ? line.lastIndexOf(' ', to) : to;
                to = space > from ? space : to;
                passages.add(line.substring(from, to).strip() + (to < line.length() ? " …" : ""));
                from = to < line.length() && line.charAt(to) == ' ' ? to + 1 : to;
            }
        }
        return passages;
    }

    private static int distinct(String text, Set<String> wanted) {
        Set<String> found = new HashSet<>();
        eachWord(
                text,
                (from, to) -> {
                    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
                    if (wanted.contains(word)) {
                        found.add(word);
                    }
                });
        return found.size();
    }

    private static Snippet marked(String text, Set<String> wanted) {
        List<Snippet.Run> runs = new ArrayList<>();
        int[] done = {0};
        eachWord(
                text,
                (from, to) -> {
                    if (wanted.contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
                        add(runs, text.substring(done[0], from), false);
                        add(runs, text.substring(from, to), true);
                        done[0] = to;
                    }
                });
        add(runs, text.substring(done[0]), false);
        return new Snippet(runs);
    }

    private interface WordVisitor {
        void word(int from, int to);
    }

    private static void eachWord(String text, WordVisitor visitor) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            if (end > i) {
                visitor.word(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static void add(List<Snippet.Run> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new Snippet.Run(text, marked));
        }
    }
}

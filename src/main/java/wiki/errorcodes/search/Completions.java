package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.search.Completion.Kind;

/**
 * Completes what a reader types: identifiers, titles, wordings that contain it at the start of a
 * word. Immutable.
 */
final class Completions {

    private record Entry(Completion completion, String folded) {}

    private final List<Entry> entries = new ArrayList<>();

    Completions(Library library) {
        for (Article article : library.articles()) {
            add(new Completion(Kind.TITLE, article.title(), article));
            article.head()
                    .codes()
                    .forEach(code -> add(new Completion(Kind.CODE, code.identifier(), article)));
            article.head()
                    .wordings()
                    .forEach(
                            wording ->
                                    add(
                                            new Completion(
                                                    Kind.MESSAGE,
                                                    wording.template().text(),
                                                    article)));
        }
    }

    private void add(Completion completion) {
        entries.add(new Entry(completion, folded(completion.text())));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    }

    /**
     * Returns the best completions: those that begin with the text before those that contain it,
     * shorter ones first, one for each article and kind.
     */
    List<Completion> of(String typed, int limit) {
        String wanted = folded(typed.strip());
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Ranked(Entry entry, int rank) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Entry entry : entries) {
            int at = wordStart(entry.folded(), wanted);
            if (at >= 0) {
                boolean atStart =
                        at == 0
                                || entry.completion().kind() == Kind.CODE
                                        && entry.folded().startsWith("net::")
                                        && at == 5;
                ranked.add(new Ranked(entry, atStart ? 0 : 1));
            }
        }
        ranked.sort(
                Comparator.<Ranked>comparingInt(Ranked::rank)
                        .thenComparing(one -> one.entry().completion().kind())
                        .thenComparing(one -> one.entry().folded().length())
                        .thenComparing(one -> one.entry().folded()));
        Set<String> seen = new HashSet<>();
        return ranked.stream()
                .map(one -> one.entry().completion())
                .filter(one -> seen.add(one.kind() + one.article().slug()))
                .limit(limit)
                .toList();
    }

    private static int wordStart(String text, String wanted) {
        int at = text.indexOf(wanted);
        while (at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(wanted.charAt(0))) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }
}

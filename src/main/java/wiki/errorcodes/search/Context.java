package wiki.errorcodes.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.Terms;

/**
 * What else stands in a paste, where its message alone fits several articles: {@code The string did
 * not match the expected pattern.} beside a frame {@code json@[native code]} is about JSON, beside
 * {@code querySelector} about a selector.
 */
final class Context {

    /** Terms of a paste that are looked at; a decisive word stands near its message. */
    private static final int MOST_TERMS = 400;

    private static final int SHORTEST_WORD = 4;

    private final Map<Article, Set<String>> vocabularies = new HashMap<>();

    /** Learns the words of an article that shares a wording with another one. */
    void learn(Article article) {
        vocabularies.computeIfAbsent(article, Context::vocabulary);
    }

    private static Set<String> vocabulary(Article article) {
        FrontMatter head = article.head();
        Set<String> terms = new HashSet<>(Terms.of(head.title()));
        head.tags().forEach(tag -> terms.addAll(Terms.of(tag)));
        for (Wording wording : head.wordings()) {
            terms.addAll(Terms.of(wording.template().words()));
        }
        for (FrontMatter.Example example : head.examples()) {
            terms.addAll(Terms.of(example.text()));
        }
        return terms;
    }

    /**
     * Returns rivals in the order of how many words beside the message only their own article has;
     * those that it does not tell apart stay in their order.
     */
    List<Alignment<Claim>> ranked(List<Alignment<Claim>> rivals, String text) {
        Alignment<Claim> any = rivals.get(0);
        String beside = text.substring(0, any.start()) + ' ' + text.substring(any.end());
        Map<Article, Integer> affinity = new HashMap<>();
        Terms.of(beside).stream()
                .filter(Context::isWord)
                .distinct()
                .limit(MOST_TERMS)
                .forEach(
                        term -> {
                            List<Article> having =
                                    rivals.stream()
                                            .map(rival -> rival.entry().article())
                                            .filter(article -> has(article, term))
                                            .toList();
                            if (having.size() == 1) {
                                affinity.merge(having.get(0), 1, Integer::sum);
                            }
                        });
        return rivals.stream()
                .sorted(
                        Comparator.comparingInt(
                                rival -> -affinity.getOrDefault(rival.entry().article(), 0)))
                .toList();
    }

    private boolean has(Article article, String term) {
        return vocabularies.getOrDefault(article, Set.of()).contains(term);
    }

    /** Numbers, file names and short words stand beside any message. */
    private static boolean isWord(String term) {
        return term.length() >= SHORTEST_WORD && term.chars().allMatch(Character::isLetter);
    }
}

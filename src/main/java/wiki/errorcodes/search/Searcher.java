package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.signature.PastedText;

/**
 * Finds articles for an error message, by three roads: wordings that fit, identifiers that stand in
 * the text, words. Holds no state of its own; safe to share between requests.
 */
public final class Searcher {

    private static final double TEXT_CONFIDENCE = 0.5;
    private static final int NEAR = 3;

    private final Library library;
    private final Signatures signatures;
    private final TextSearch words;
    private final Completions completions;

    public Searcher(Library library, Index index) {
        this.library = library;
        this.signatures = new Signatures(library);
        this.words = new TextSearch(index);
        this.completions = new Completions(library);
    }

    /**
     * Explains a paste: each distinct error with the articles that answer it, causes before
     * consequences.
     */
    public Explanation explain(String paste) {
        PastedText text = PastedText.of(paste);
        Explanation explanation = Explainer.explain(signatures, text);
        if (!explanation.findings().isEmpty()) {
            return explanation;
        }
        Finding none =
                new Finding(
                        paste.strip(),
                        1,
                        1,
                        Verdict.NONE,
                        near(paste, Query.of(paste), NEAR),
                        Optional.empty(),
                        Foreign.of(text.text()).map(Foreign::sentence));
        return new Explanation(List.of(none), explanation.unexplained());
    }

    /** Returns the articles for a query, best first; empty when nothing is even near. */
    public List<Hit> search(Query query) {
        List<Hit> hits = new ArrayList<>();
        for (Finding finding :
                Explainer.explain(signatures, PastedText.of(query.text())).findings()) {
            finding.hits().stream()
                    .filter(hit -> allows(query, hit.article()) && isNew(hits, hit))
                    .forEach(hits::add);
        }
        near(query.text(), query, query.limit()).stream()
                .filter(hit -> isNew(hits, hit))
                .forEach(hits::add);
        return List.copyOf(hits.subList(0, Math.min(query.limit(), hits.size())));
    }

    /** Returns what a reader may be about to type, best first. */
    public List<Completion> complete(String typed, int limit) {
        return completions.of(typed, limit);
    }

    private static boolean isNew(List<Hit> hits, Hit hit) {
        return hits.stream().noneMatch(known -> known.article() == hit.article());
    }

    private static boolean allows(Query query, Article article) {
        return query.collection()
                        .map(collection -> collection.equals(article.collection()))
                        .orElse(true)
                && query.browser().map(browser -> article.browsers().contains(browser)).orElse(true)
                && query.severity()
                        .map(severity -> article.head().severity() == severity)
                        .orElse(true);
    }

    private List<Hit> near(String text, Query query, int limit) {
        List<String> terms = TextSearch.terms(text);
        List<Hit> hits = new ArrayList<>();
        List<TextSearch.Ranked> ranked =
                words.ranked(
                        terms,
                        new Query(
                                text,
                                limit,
                                query.collection(),
                                query.browser(),
                                query.severity()));
        double best = ranked.isEmpty() ? 1 : Math.max(ranked.get(0).score(), 1e-6);
        for (TextSearch.Ranked one : ranked) {
            library.article(one.slug())
                    .ifPresent(
                            article ->
                                    hits.add(
                                            new Hit(
                                                    article,
                                                    Evidence.TEXT,
                                                    TEXT_CONFIDENCE
                                                            * Math.max(
                                                                    0,
                                                                    Math.min(
                                                                            1, one.score() / best)),
                                                    Map.of(),
                                                    Optional.empty(),
                                                    Snippets.ofArticle(article, terms))));
        }
        return hits;
    }
}

package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.signature.PastedText;
import wiki.errorcodes.signature.Terms;

/**
 * Finds articles for an error message, by three roads: wordings that fit, identifiers that stand in
 * the text, words. Holds no state of its own; safe to share between requests.
 */
public final class Searcher {

    private static final double TEXT_CONFIDENCE = 0.5;
    private static final int NEAR = 3;

    private final Library library;
    private final Library read;
    private final CompletableFuture<@Nullable Void> asked;
    private final CompletableFuture<Signatures> signatures;
    private final CompletableFuture<TextIndex> words;
    private final Completions completions;
    private final Passages.Cache passages = new Passages.Cache();

    /**
     * Reads the wordings and identifiers of a library, which takes a while when it is large. Its
     * words are read in the background; who asks for them earlier waits.
     */
    public Searcher(Library library) {
        this(
                library,
                CompletableFuture.completedFuture(new Signatures(library)),
                CompletableFuture.supplyAsync(() -> TextIndex.of(library)));
    }

    /** As the constructor, but reads nothing before the first search, which waits for it. */
    public static Searcher later(Library library) {
        CompletableFuture<@Nullable Void> asked = new CompletableFuture<>();
        CompletableFuture<Signatures> signatures =
                asked.thenApplyAsync(any -> new Signatures(library));
        // One after the other: a paste seldom needs the words.
        return new Searcher(
                library,
                library,
                asked,
                signatures,
                signatures.thenApplyAsync(any -> TextIndex.of(library)),
                new Completions(library));
    }

    private Searcher(
            Library library,
            CompletableFuture<Signatures> signatures,
            CompletableFuture<TextIndex> words) {
        this(
                library,
                library,
                CompletableFuture.completedFuture(null),
                signatures,
                words,
                new Completions(library));
    }

    private Searcher(
            Library library,
            Library read,
            CompletableFuture<@Nullable Void> asked,
            CompletableFuture<Signatures> signatures,
            CompletableFuture<TextIndex> words,
            Completions completions) {
        this.library = library;
        this.read = read;
        this.asked = asked;
        this.signatures = signatures;
        this.words = words;
        this.completions = completions;
    }

    /**
     * Returns a search that finds by the wordings and identifiers of this one, and by the words of
     * another library, and answers with its articles, at the cost of the articles that differ.
     * Where only texts have changed it is as good as a new one; otherwise it serves until that is
     * {@link #settled}.
     */
    public Searcher over(Library newer) {
        return new Searcher(
                newer,
                read,
                asked,
                signatures,
                words.thenApply(index -> index.over(newer)),
                completions);
    }

    /** Returns the same search with the wordings and identifiers of its library read again. */
    public Searcher settled() {
        if (library == read) {
            return this;
        }
        asked.complete(null);
        return new Searcher(
                library, CompletableFuture.completedFuture(new Signatures(library)), words);
    }

    /** Tells whether a search would begin at once instead of waiting until everything is read. */
    public boolean isReady() {
        return signatures.isDone() && words.isDone();
    }

    private Signatures signatures() {
        asked.complete(null);
        return signatures.join();
    }

    private TextIndex words() {
        asked.complete(null);
        return words.join();
    }

    /**
     * Explains a paste: each distinct error with the articles that answer it, causes before
     * consequences.
     */
    public Explanation explain(String paste) {
        PastedText text = PastedText.of(paste);
        Explanation explanation = current(Explainer.explain(signatures(), text));
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

    /**
     * Returns which wordings and identifiers were considered for a paste, and how each fared; for
     * editors.
     */
    public List<Candidate> candidates(String paste) {
        return Trial.of(signatures(), PastedText.of(paste));
    }

    /** Returns the articles for a query, best first; empty when nothing is even near. */
    public List<Hit> search(Query query) {
        return search(query, current(Explainer.explain(signatures(), PastedText.of(query.text()))));
    }

    /** As {@link #search(Query)}, for a text that {@link #explain} has explained already. */
    public List<Hit> search(Query query, Explanation explained) {
        List<Hit> hits = new ArrayList<>();
        for (Finding finding : explained.findings()) {
            if (finding.verdict() == Verdict.NONE) {
                continue;
            }
            for (Hit hit : finding.hits()) {
                if (allows(query, hit.article()) && isNew(hits, hit)) {
                    hits.add(hit);
                }
            }
        }
        for (Hit hit : near(words(query.text(), explained), query, query.limit())) {
            if (isNew(hits, hit)) {
                hits.add(hit);
            }
        }
        return List.copyOf(hits.subList(0, Math.min(query.limit(), hits.size())));
    }

    /**
     * Returns the words to search by: those of the errors alone where wordings told which lines of
     * a paste are errors. Frames and addresses have words of many articles, and mean none of them.
     */
    private static String words(String text, Explanation explained) {
        if (!explained.isByWordings()) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        explained.findings().forEach(finding -> words.append(finding.text()).append('\n'));
        explained.unexplained().forEach(line -> words.append(line.text()).append('\n'));
        return words.toString();
    }

    /** Returns what a reader may be about to type, best first. */
    public List<Completion> complete(String typed, int limit) {
        return completions.of(typed, limit).stream()
                .flatMap(
                        completion ->
                                library
                                        .article(completion.article().slug())
                                        .map(completion::leadingTo)
                                        .stream())
                .toList();
    }

    /** Puts the articles as they are now in place of those that the wordings were read from. */
    private Explanation current(Explanation explanation) {
        if (library == read) {
            return explanation;
        }
        return new Explanation(
                explanation.findings().stream()
                        .flatMap(finding -> finding.in(library).stream())
                        .toList(),
                explanation.unexplained());
    }

    private static boolean isNew(List<Hit> hits, Hit hit) {
        for (Hit known : hits) {
            if (known.article() == hit.article()) {
                return false;
            }
        }
        return true;
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
        List<String> terms = Terms.ofQuery(text);
        Predicate<Article> allowed =
                query.isNarrowed() ? article -> allows(query, article) : article -> true;
        List<TextIndex.Ranked> ranked = words().best(terms, allowed, limit);
        Passages.Wanted wanted = new Passages.Wanted(terms);
        double best = ranked.isEmpty() ? 1 : Math.max(ranked.get(0).score(), 1e-6);
        List<Hit> hits = new ArrayList<>(ranked.size());
        for (TextIndex.Ranked one : ranked) {
            hits.add(
                    new Hit(
                            one.article(),
                            Evidence.TEXT,
                            TEXT_CONFIDENCE * one.score() / best,
                            Map.of(),
                            Optional.empty(),
                            passages.of(one.article()).best(wanted)));
        }
        return hits;
    }
}

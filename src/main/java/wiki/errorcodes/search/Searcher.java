package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.PastedText;

/**
 * Finds articles for an error message, by three roads: wordings that fit, identifiers that stand in the text, words. Holds
 * no state of its own; safe to share between requests.
 */
public final class Searcher {

    private static final double SIGNATURE_CONFIDENCE = 0.98;
    private static final double CODE_CONFIDENCE = 0.95;
    private static final double TEXT_CONFIDENCE = 0.5;
    private static final int NEAR = 3;

    private final Library library;
    private final Signatures signatures;
    private final TextSearch words;

    public Searcher(Library library, Index index) {
        this.library = library;
        this.signatures = new Signatures(library);
        this.words = new TextSearch(index);
    }

    /** Explains a paste: each distinct error with the articles that answer it. */
    public Explanation explain(String paste) {
        PastedText text = PastedText.of(paste);
        List<Finding> findings = matches(text);
        if (findings.isEmpty()) {
            findings = List.of(new Finding(paste.strip(), 1, 1, Verdict.NONE, near(paste, Query.of(paste), NEAR)));
        }
        return new Explanation(findings);
    }

    private List<Finding> matches(PastedText text) {
        Map<String, List<Signatures.Place>> byError = new LinkedHashMap<>();
        for (Signatures.Place place : signatures.read(text)) {
            byError.computeIfAbsent(place.best().entry().article().slug(), any -> new ArrayList<>()).add(place);
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Signatures.Place> places : byError.values()) {
            Signatures.Place shown = mostTelling(places);
            Alignment<Claim> best = shown.best();
            List<Hit> hits = shown.alignments().stream().map(alignment -> hit(text, alignment, shown.alignments().size())).toList();
            int from = text.rawOffset(best.start());
            int to = text.rawOffset(best.end());
            findings.add(new Finding(text.raw().substring(from, to), line(text.raw(), from), places.size(), Verdict.MATCH, hits));
        }
        return findings;
    }

    /** Of several places of one error, the one that says most: a whole message before a mere identifier. */
    private static Signatures.Place mostTelling(List<Signatures.Place> places) {
        Signatures.Place most = places.get(0);
        for (Signatures.Place place : places) {
            boolean better = place.best().entry().evidence().compareTo(most.best().entry().evidence()) < 0
                    || place.best().entry().evidence() == most.best().entry().evidence()
                            && place.best().template().specificity() > most.best().template().specificity();
            if (better) {
                most = place;
            }
        }
        return most;
    }

    private static Hit hit(PastedText text, Alignment<Claim> alignment, int rivals) {
        Claim claim = alignment.entry();
        double confidence = claim.evidence() == Evidence.SIGNATURE ? SIGNATURE_CONFIDENCE : CODE_CONFIDENCE;
        return new Hit(claim.article(), claim.evidence(), confidence / rivals, alignment.values(), claim.wording(),
                Snippets.ofPaste(text, alignment.start(), alignment.end()));
    }

    private static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Returns the articles for a query, best first; empty when nothing is even near. */
    public List<Hit> search(Query query) {
        List<Hit> hits = new ArrayList<>();
        for (Finding finding : matches(PastedText.of(query.text()))) {
            finding.hits().stream().filter(hit -> allows(query, hit.article()) && isNew(hits, hit)).forEach(hits::add);
        }
        near(query.text(), query, query.limit()).stream().filter(hit -> isNew(hits, hit)).forEach(hits::add);
        return List.copyOf(hits.subList(0, Math.min(query.limit(), hits.size())));
    }

    private static boolean isNew(List<Hit> hits, Hit hit) {
        return hits.stream().noneMatch(known -> known.article() == hit.article());
    }

    private static boolean allows(Query query, Article article) {
        return query.collection().map(collection -> collection.equals(article.collection())).orElse(true)
                && query.browser().map(browser -> article.browsers().contains(browser)).orElse(true);
    }

    private List<Hit> near(String text, Query query, int limit) {
        List<String> terms = TextSearch.terms(text);
        List<Hit> hits = new ArrayList<>();
        List<TextSearch.Ranked> ranked = words.ranked(terms, new Query(text, limit, query.collection(), query.browser()));
        double best = ranked.isEmpty() ? 1 : Math.max(ranked.get(0).score(), 1e-6);
        for (TextSearch.Ranked one : ranked) {
            library.article(one.slug()).ifPresent(article -> hits.add(new Hit(article, Evidence.TEXT,
                    TEXT_CONFIDENCE * Math.max(0, Math.min(1, one.score() / best)), Map.of(), Optional.empty(), Snippets.ofArticle(article, terms))));
        }
        return hits;
    }
}

package wiki.errorcodes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.site.Site;

/**
 * The answer to a paste or a query.
 *
 * @param query what the reader sent
 * @param explanation what it came to
 * @param others articles that are not part of the explanation
 * @param masked the query without its secrets
 */
public record SearchPage(
        String query,
        Explanation explanation,
        List<Hit> others,
        Library library,
        Secrets.Masked masked)
        implements Page {

    static SearchPage of(
            Site site,
            String query,
            Explanation explanation,
            List<Hit> hits,
            Secrets.Masked masked) {
        Set<String> shown =
                explanation.findings().stream()
                        .flatMap(finding -> finding.hits().stream())
                        .map(hit -> hit.article().slug())
                        .collect(Collectors.toSet());
        List<Hit> others =
                hits.stream().filter(hit -> !shown.contains(hit.article().slug())).toList();
        return new SearchPage(query, explanation, others, site.library(), masked);
    }

    @Override
    public String title() {
        return explained().stream()
                .flatMap(finding -> finding.hits().stream())
                .findFirst()
                .map(hit -> hit.article().title())
                .orElse("No article matches this error");
    }

    @Override
    public String description() {
        return "What the error means and how to fix it.";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String template() {
        return "search.jte";
    }

    /** Returns the findings that have an answer, causes before consequences. */
    public List<Finding> explained() {
        return explanation.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NONE)
                .toList();
    }

    public Filling filling(Hit hit) {
        return new Filling(hit.captures(), hit.article());
    }

    /** Returns what the browser says today instead of an older wording that matched. */
    public Optional<MessageTemplate> today(Hit hit) {
        return hit.wording()
                .filter(wording -> wording.until() > 0)
                .flatMap(wording -> current(hit.article(), wording.browser()))
                .map(Wording::template);
    }

    private static Optional<Wording> current(Article article, Browser browser) {
        return article.wordings(browser).stream().filter(one -> one.until() == 0).findFirst();
    }

    /**
     * Returns the notes that tell the hits of a finding from each other, if the articles have any.
     */
    public List<String> tellApart(Finding finding) {
        List<String> notes = new ArrayList<>();
        for (Hit hit : finding.hits()) {
            for (Hit rival : finding.hits()) {
                hit.article()
                        .references(Relation.TELL_APART)
                        .filter(reference -> reference.target().equals(rival.article().slug()))
                        .forEach(
                                reference ->
                                        notes.add(
                                                rival.article().title() + ": " + reference.note()));
            }
        }
        return notes;
    }

    public String titleOf(String slug) {
        return library.article(slug).map(Article::title).orElse(slug);
    }
}

package wiki.errorcodes.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Diagnostic;

/**
 * How the content is: for editors.
 *
 * @param today decides which reviews are old
 */
public record StatusPage(Site site, LocalDate today) implements Page {

    private static final int LISTED = 10;
    private static final int MONTHS = 12;

    /** An article and the day that it is listed for. */
    public record Dated(Article article, Optional<LocalDate> day) {}

    /**
     * What a collection has.
     *
     * @param wordings articles with a wording of each browser, in the order of {@link Browser}
     * @param examples articles with an example
     * @param reviewed articles reviewed within twelve months
     */
    public record Coverage(
            Collection collection,
            int articles,
            List<Long> wordings,
            long examples,
            long reviewed) {}

    @Override
    public String title() {
        return "Status";
    }

    @Override
    public String description() {
        return "What is wrong with the articles of this wiki, and what they still need.";
    }

    @Override
    public String path() {
        return "/status";
    }

    @Override
    public String template() {
        return "status.jte";
    }

    /** Returns what is wrong, the worst first. */
    public List<Diagnostic> diagnostics() {
        return site.diagnostics().stream()
                .sorted(
                        Comparator.comparing(Diagnostic::severity)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns the article that a diagnostic is about, if it is served. */
    public Optional<Article> article(Diagnostic diagnostic) {
        return site.library().articles().stream()
                .filter(article -> article.path().equals(diagnostic.path()))
                .findFirst();
    }

    public long errors() {
        return site.diagnostics().stream().filter(Diagnostic::isError).count();
    }

    public long remarks() {
        return site.diagnostics().size() - errors();
    }

    public String took() {
        return site.took().toMillis() + " ms";
    }

    /** Returns the articles whose files were written last, as far as that is known. */
    public List<Dated> changed() {
        return site.library().articles().stream()
                .filter(article -> site.changed().containsKey(article.path()))
                .sorted(Comparator.comparing(this::time).reversed().thenComparing(Article::title))
                .limit(LISTED)
                .map(
                        article ->
                                new Dated(
                                        article,
                                        Optional.of(
                                                LocalDate.ofInstant(
                                                        time(article), ZoneOffset.UTC))))
                .toList();
    }

    private Instant time(Article article) {
        return site.changed().getOrDefault(article.path(), Instant.EPOCH);
    }

    /** Returns the articles that wait longest for a review; never reviewed ones first. */
    public List<Dated> oldest() {
        return site.library().articles().stream()
                .sorted(
                        Comparator.comparing(
                                        (Article article) ->
                                                article.head().reviewed().orElse(LocalDate.MIN))
                                .thenComparing(Article::title))
                .limit(LISTED)
                .map(article -> new Dated(article, article.head().reviewed()))
                .toList();
    }

    public List<Article> withoutExamples() {
        return site.library().articles().stream()
                .filter(article -> article.head().examples().isEmpty())
                .toList();
    }

    public List<Coverage> coverage() {
        List<Coverage> coverage = new ArrayList<>();
        for (Collection collection : site.library().collections()) {
            List<Article> articles = site.library().in(collection.slug());
            List<Long> wordings = new ArrayList<>();
            for (Browser browser : Browser.values()) {
                wordings.add(
                        articles.stream()
                                .filter(article -> article.browsers().contains(browser))
                                .count());
            }
            coverage.add(
                    new Coverage(
                            collection,
                            articles.size(),
                            wordings,
                            articles.stream()
                                    .filter(article -> !article.head().examples().isEmpty())
                                    .count(),
                            articles.stream().filter(this::isFresh).count()));
        }
        return coverage;
    }

    private boolean isFresh(Article article) {
        return article.head()
                .reviewed()
                .filter(day -> !day.isBefore(today.minusMonths(MONTHS)))
                .isPresent();
    }
}

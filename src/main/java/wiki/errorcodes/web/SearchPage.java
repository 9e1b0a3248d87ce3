package wiki.errorcodes.web;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.content.ArticleSchema;
import wiki.errorcodes.content.Scaffold;
import wiki.errorcodes.search.Console;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.site.Site;

/**
 * The answer to a paste or a query.
 *
 * @param asked what the reader sent
 * @param explanation what it came to
 * @param explained the findings that have an answer, causes before consequences
 * @param others articles that are not part of the explanation
 * @param masked the query without its secrets
 * @param cards what the articles show
 * @param fillings the values for each of the hits that explain something
 */
public record SearchPage(
        Query asked,
        Explanation explanation,
        List<Finding> explained,
        List<Hit> others,
        Library library,
        Secrets.Masked masked,
        AnswerCards cards,
        Map<Hit, Filling> fillings)
        implements Page {

    static final String DESCRIPTION = "What the error means and how to fix it.";
    static final List<String> SCRIPTS = List.of("paste.js");

    private static final int LONGEST_NARROWED = 400;
    private static final int MOST_RELATED = 6;

    static SearchPage of(
            Site site,
            Query query,
            Explanation explanation,
            List<Hit> hits,
            Secrets.Masked masked,
            AnswerCards cards) {
        Set<String> shown = new HashSet<>();
        List<Finding> explained = new ArrayList<>();
        // By identity: to hash all that a hit has would take longer than to fill it in again.
        Map<Hit, Filling> fillings = new IdentityHashMap<>();
        for (Finding finding : explanation.findings()) {
            finding.hits().forEach(hit -> shown.add(hit.article().slug()));
            if (finding.verdict() != Verdict.NONE) {
                explained.add(finding);
                for (Hit hit : finding.hits()) {
                    fillings.put(hit, new Filling(hit.captures(), hit.article()));
                }
            }
        }
        List<Hit> others =
                hits.stream().filter(hit -> !shown.contains(hit.article().slug())).toList();
        return new SearchPage(
                query,
                explanation,
                List.copyOf(explained),
                others,
                site.library(),
                masked,
                cards,
                fillings);
    }

    /**
     * Tells whether whole messages prove all that a paste is about. Who pasted them has the answer;
     * what is related by the articles' own word helps more than what shares words with the paste.
     * An identifier alone may be the beginning of a search.
     */
    static boolean isWholeAnswer(Explanation explanation) {
        for (Finding finding : explanation.findings()) {
            if (finding.verdict() != Verdict.MATCH) {
                return false;
            }
        }
        return explanation.isByWordings();
    }

    /** Tells whether the answer is whole and nothing else was asked for. */
    boolean hasRelated() {
        return others.isEmpty() && !asked.isNarrowed() && isWholeAnswer(explanation);
    }

    /** Returns the articles that belong to a whole answer and are not part of it. */
    public List<Article> related() {
        if (!hasRelated()) {
            return List.of();
        }
        Set<Article> shown = new LinkedHashSet<>();
        explained.forEach(finding -> finding.hits().forEach(hit -> shown.add(hit.article())));
        return related(shown, cards);
    }

    /** Returns the articles to which some that are shown are related. */
    static List<Article> related(Collection<Article> shown, AnswerCards cards) {
        Set<Article> related = new LinkedHashSet<>();
        shown.forEach(article -> related.addAll(cards.of(article).related()));
        related.removeAll(shown);
        return related.stream().limit(MOST_RELATED).toList();
    }

    /** What the reader sent. */
    @Override
    public String query() {
        return asked.text();
    }

    /** Returns the ways to narrow the other results, each with the search it leads to. */
    public List<Narrowing> narrowings() {
        List<Narrowing> narrowings = new ArrayList<>();
        String text = "/search?q=" + URLEncoder.encode(asked.text(), StandardCharsets.UTF_8);
        if (asked.isNarrowed()) {
            narrowings.add(new Narrowing("everything", text, false));
        }
        for (Browser browser : Browser.values()) {
            narrowings.add(
                    new Narrowing(
                            browser.title(),
                            text + "&browser=" + browser.id(),
                            asked.browser().filter(browser::equals).isPresent()));
        }
        for (Severity severity : Severity.values()) {
            narrowings.add(
                    new Narrowing(
                            severity.id(),
                            text + "&severity=" + severity.id(),
                            asked.severity().filter(severity::equals).isPresent()));
        }
        Stream.concat(
                        asked.collection().stream(),
                        others.stream().map(hit -> hit.article().collection()))
                .distinct()
                .flatMap(slug -> library.collection(slug).stream())
                .forEach(
                        collection ->
                                narrowings.add(
                                        new Narrowing(
                                                collection.title(),
                                                text + "&collection=" + collection.slug(),
                                                asked.collection()
                                                        .filter(collection.slug()::equals)
                                                        .isPresent())));
        return narrowings;
    }

    /**
     * A link that narrows the other results.
     *
     * @param isCurrent whether it is in force already
     */
    public record Narrowing(String text, String path, boolean isCurrent) {}

    /**
     * Tells whether the other results can be narrowed: it is a search, not a paste with an answer,
     * and has an address of its own.
     */
    public boolean isNarrowable() {
        boolean search = asked.isNarrowed() || !others.isEmpty() && !explanation.isByWordings();
        return search && asked.text().length() <= LONGEST_NARROWED;
    }

    @Override
    public String title() {
        return explained.isEmpty()
                ? "No article matches this error"
                : explained.get(0).hits().get(0).article().title();
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public List<String> scripts() {
        return SCRIPTS;
    }

    /** A shared answer is about its first article. */
    @Override
    public String canonical() {
        return explained.isEmpty() ? "" : explained.get(0).hits().get(0).article().url();
    }

    @Override
    public String template() {
        return "search.jte";
    }

    /** Returns the address of a hit's article, with the values of the paste. */
    public String address(Hit hit) {
        if (!masked.isChanged()) {
            return ArticlePage.address(hit.article(), library, hit.captures(), filling(hit));
        }
        Map<String, String> shown = new LinkedHashMap<>(hit.captures());
        // Addresses end up in histories and logs.
        shown.values().removeIf(value -> Secrets.mask(value).isChanged());
        return ArticlePage.address(hit.article(), library, shown, filling(hit));
    }

    /** Returns the values for one of the hits that explain something. */
    public Filling filling(Hit hit) {
        return requireNonNull(fillings.get(hit));
    }

    /** Returns how those values get into what the article shows. */
    public Function<Fragment, Content> filled(Hit hit) {
        Filling filling = filling(hit);
        return fragment -> fragment.with(filling);
    }

    /** Returns what an article shows. */
    public AnswerCard card(Article article) {
        return cards.of(article);
    }

    /** Returns the answer to copy. */
    public Content markdown() {
        return new AnswerMarkdown(this);
    }

    /** Returns what the browser says today instead of an older wording that matched. */
    public Optional<MessageTemplate> today(Hit hit) {
        return hit.wording().flatMap(wording -> today(hit.article(), wording));
    }

    /** Returns what a browser says today instead of a wording that it has given up. */
    static Optional<MessageTemplate> today(Article article, Wording wording) {
        return wording.until() > 0
                ? current(article, wording.browser()).map(Wording::template)
                : Optional.empty();
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

    /** Returns the findings that no other one of the paste explains. */
    public List<Finding> causes() {
        return explained.stream().filter(finding -> finding.consequenceOf().isEmpty()).toList();
    }

    /** Returns what a finding brought about in the same paste, directly or not. */
    public List<Finding> consequences(Finding cause) {
        if (explained.size() == 1) {
            return List.of();
        }
        Set<String> leading = new HashSet<>();
        cause.slug().ifPresent(leading::add);
        List<Finding> consequences = new ArrayList<>();
        for (Finding finding : explained) {
            if (finding.consequenceOf().filter(leading::contains).isPresent()) {
                consequences.add(finding);
                finding.slug().ifPresent(leading::add);
            }
        }
        return consequences;
    }

    /** Returns the article an editor could write for what nothing matched. */
    public String draft(Address address) {
        List<String> errors = Console.errors(masked.text());
        return new Scaffold(
                        errors.isEmpty() ? "" : errors.get(0),
                        masked.text(),
                        errors,
                        List.of(),
                        LocalDate.now(),
                        address.isKnown()
                                ? address.absolute(ArticleSchema.PATH)
                                : ArticleSchema.USUAL)
                .markdown();
    }

    public String titleOf(String slug) {
        return library.article(slug).map(Article::title).orElse(slug);
    }
}

package wiki.errorcodes.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.signature.Browser;

/**
 * Articles that have something in common: a tag, a browser, a severity, the time of their review.
 *
 * @param title what they have in common
 * @param path the address
 * @param parent what the list is one of
 * @param articles in the order of the list
 * @param beside where to go on from here
 */
public record ListPage(
        String title, String path, Link parent, List<Article> articles, List<Link> beside)
        implements Page {

    private static final int MOST_RELATED_TAGS = 8;
    private static final int MOST_RECENT = 60;

    /**
     * A link with a number beside it.
     *
     * @param count how many articles are there; negative for none shown
     */
    public record Link(String text, String path, int count) {}

    public ListPage {
        articles = List.copyOf(articles);
        beside = List.copyOf(beside);
    }

    /** Returns the articles of a tag, and the tags that often stand beside it. */
    static ListPage ofTag(Library library, String tag) {
        List<Article> articles = library.tagged(tag);
        Map<String, Integer> together = new TreeMap<>();
        articles.forEach(
                article ->
                        article.head()
                                .tags()
                                .forEach(other -> together.merge(other, 1, Integer::sum)));
        together.remove(tag);
        List<Link> related =
                together.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                        Comparator.reverseOrder()))
                        .limit(MOST_RELATED_TAGS)
                        .map(
                                other ->
                                        new Link(
                                                other.getKey(),
                                                "/tags/" + other.getKey(),
                                                library.tagged(other.getKey()).size()))
                        .toList();
        return new ListPage(
                "Tag: " + tag, "/tags/" + tag, new Link("Tags", "/tags/", -1), articles, related);
    }

    static ListPage ofBrowser(Library library, Browser browser) {
        List<Link> beside = new ArrayList<>();
        for (Browser other : Browser.values()) {
            beside.add(new Link(other.title(), path(other), printedBy(library, other).size()));
        }
        return new ListPage(
                "Errors of " + browser.title(),
                path(browser),
                new Link("Collections", "/collections/", -1),
                printedBy(library, browser),
                beside);
    }

    private static List<Article> printedBy(Library library, Browser browser) {
        return library.articles().stream()
                .filter(article -> article.browsers().contains(browser))
                .toList();
    }

    static String path(Browser browser) {
        return "/browsers/" + browser.id();
    }

    static ListPage ofSeverity(Library library, Severity severity) {
        List<Link> beside = new ArrayList<>();
        for (Severity other : Severity.values()) {
            beside.add(new Link(other.id(), path(other), of(library, other).size()));
        }
        return new ListPage(
                "Severity: " + severity.id(),
                path(severity),
                new Link("Collections", "/collections/", -1),
                of(library, severity),
                beside);
    }

    private static List<Article> of(Library library, Severity severity) {
        return library.articles().stream()
                .filter(article -> article.head().severity() == severity)
                .toList();
    }

    static String path(Severity severity) {
        return "/severities/" + severity.id();
    }

    static ListPage ofRecent(Library library) {
        return new ListPage(
                "Recently reviewed",
                "/recent",
                new Link("Collections", "/collections/", -1),
                library.recentlyReviewed(MOST_RECENT),
                List.of());
    }

    @Override
    public String description() {
        return title + ": " + articles.size() + " browser errors, each with cause and fix.";
    }

    @Override
    public String template() {
        return "list.jte";
    }
}

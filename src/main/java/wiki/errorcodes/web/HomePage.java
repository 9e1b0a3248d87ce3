package wiki.errorcodes.web;

import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.site.Site;

/**
 * The start: the paste box, the collections, what was reviewed last.
 *
 * @param common the errors met most often: the first of each collection's reading order
 * @param samples real messages to try, each from another collection
 */
public record HomePage(
        Library library, List<Article> common, List<Article> recent, List<String> samples)
        implements Page {

    private static final int COMMON = 8;
    private static final int RECENT = 6;
    private static final int SAMPLES = 4;

    /** A sample has to say something and to be read at a glance. */
    private static final int SHORTEST_SAMPLE = 24;

    private static final int LONGEST_SAMPLE = 240;

    static HomePage of(Site site) {
        Library library = site.library();
        List<String> samples =
                library.collections().stream()
                        .flatMap(collection -> sample(library.in(collection.slug())).stream())
                        .limit(SAMPLES)
                        .toList();
        List<Article> common =
                library.collections().stream()
                        .flatMap(collection -> library.in(collection.slug()).stream().limit(1))
                        .limit(COMMON)
                        .toList();
        return new HomePage(library, common, library.recentlyReviewed(RECENT), samples);
    }

    private static Optional<String> sample(List<Article> articles) {
        return articles.stream()
                .flatMap(article -> article.head().examples().stream())
                .map(example -> example.text().lines().findFirst().orElse("").strip())
                .filter(line -> line.length() >= SHORTEST_SAMPLE && line.length() <= LONGEST_SAMPLE)
                .findFirst();
    }

    @Override
    public String title() {
        return WIKI;
    }

    @Override
    public String windowTitle() {
        return WIKI + ": paste a browser error, get the fix";
    }

    @Override
    public String description() {
        return "Paste what the browser printed and land on the cause and the fix.";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String jsonLd(Address address) {
        return StructuredData.ofWiki(address);
    }

    @Override
    public List<String> scripts() {
        return List.of("paste.js");
    }

    @Override
    public String template() {
        return "home.jte";
    }
}

package wiki.errorcodes.web;

import java.util.List;

/** A page: what its template needs, and nothing else. One record, one template of the same name. */
public sealed interface Page
        permits AboutPage,
                ArticlePage,
                CodesPage,
                CollectionPage,
                CollectionsPage,
                HomePage,
                ListPage,
                MissingPage,
                OfflinePage,
                SearchPage,
                StatusPage,
                TagsPage,
                UsualPage {

    /** The name of the wiki, as it stands in the title of every page. */
    String WIKI = "Error Codes Wiki";

    /**
     * The longest query that the search field in the head of a page repeats; longer ones stand in
     * the paste box.
     */
    int LONGEST_FIELD = 400;

    /** What the page is about, without the name of the wiki. */
    String title();

    /** One or two sentences for search engines and previews. */
    String description();

    /** The address of the page without host, or empty when it has none of its own. */
    String path();

    /**
     * The path under which search engines shall list the page: its own, that of the page it
     * repeats, or empty when they shall not.
     */
    default String canonical() {
        return path();
    }

    /** The file under {@code src/main/jte}. */
    String template();

    /** The title of the window: what the page is about, then the wiki. */
    default String windowTitle() {
        return title() + " · " + WIKI;
    }

    /** What the reader asked for, as they wrote it; empty when they asked for nothing. */
    default String query() {
        return "";
    }

    /** What the search field shows. */
    default String field() {
        return query().length() <= LONGEST_FIELD && query().indexOf('\n') < 0 ? query() : "";
    }

    /** Structured data for search engines, ready to stand in a script element; empty for none. */
    default String jsonLd(Address address) {
        return "";
    }

    /** The scripts of {@code static/} that the page needs beside those of every page. */
    default List<String> scripts() {
        return List.of();
    }

    /** The path of the picture that goes with a link to the page. */
    default String picture() {
        return Assets.url("icon-512.png");
    }
}

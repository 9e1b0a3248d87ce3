package wiki.errorcodes.article;

import java.util.List;
import java.util.Locale;

/**
 * A folder of articles.
 *
 * @param slug the folder name
 * @param path its {@code _collection.md}
 * @param hash of that file's bytes
 * @param title as shown
 * @param summary one sentence
 * @param order its place on the home page; smaller comes first
 * @param icon the name of its symbol
 * @param fixes where its errors are mended
 * @param html the introduction, sanitised; may be empty
 * @param text the introduction without markup
 * @param articles slugs in the order a reader should meet them; others follow by title
 * @param links the articles that the introduction links to, and those of {@code articles}
 */
public record Collection(
        String slug,
        String path,
        String hash,
        String title,
        String summary,
        int order,
        String icon,
        Fixes fixes,
        String html,
        String text,
        List<String> articles,
        List<Reference> links) {

    /** The symbols a collection may choose from; the pages draw them. */
    public static final List<String> ICONS =
            List.of(
                    "shield",
                    "globe",
                    "lock",
                    "server",
                    "layers",
                    "braces",
                    "brackets",
                    "hourglass",
                    "box",
                    "window",
                    "database",
                    "camera",
                    "gear",
                    "plug",
                    "cookie");

    /** Where the errors of a collection are mended. */
    public enum Fixes {
        /** In the page's own code, or by the user. */
        PAGE,
        /**
         * On the server: an article that shows the fix for one server shows it for the usual ones.
         */
        SERVER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order of a collection that names none: after all others. */
    public static final int LAST = Integer.MAX_VALUE;

    public Collection {
        articles = List.copyOf(articles);
        links = List.copyOf(links);
    }

    /**
     * Returns what stands for a folder that has no readable description: its name, and nothing
     * else.
     */
    public static Collection undescribed(String slug) {
        String title =
                slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1).replace('-', ' ');
        return new Collection(
                slug,
                slug + "/_collection.md",
                "",
                title,
                "",
                LAST,
                ICONS.get(0),
                Fixes.PAGE,
                "",
                "",
                List.of(),
                List.of());
    }

    /** Returns the same collection with another introduction. */
    public Collection withHtml(String newHtml) {
        return new Collection(
                slug, path, hash, title, summary, order, icon, fixes, newHtml, text, articles,
                links);
    }

    /** Tells whether a team describes it: the paths of an overlay have its name in front. */
    public boolean isLocal() {
        return path.indexOf('/') != path.lastIndexOf('/');
    }

    public String url() {
        return "/collections/" + slug;
    }
}

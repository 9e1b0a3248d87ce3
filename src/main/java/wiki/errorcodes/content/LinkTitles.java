package wiki.errorcodes.content;

import java.util.function.Function;

/**
 * {@code [[slug]]} shows the title of the article it leads to, which is not known while one file is
 * read. The slug is marked with two characters of Unicode's private use area, and replaced when the
 * library is complete.
 */
public final class LinkTitles {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    private LinkTitles() {}

    static String mark(String slug) {
        return OPEN + slug + CLOSE;
    }

    /**
     * Replaces every marked slug.
     *
     * @param html rendered by this package
     * @param title slug → escaped title, or the slug itself when there is no such article
     */
    public static String resolved(String html, Function<String, String> title) {
        int open = html.indexOf(OPEN);
        if (open < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 64);
        int done = 0;
        while (open >= 0) {
            int close = html.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            out.append(html, done, open).append(title.apply(html.substring(open + 1, close)));
            done = close + 1;
            open = html.indexOf(OPEN, done);
        }
        return out.append(html, done, html.length()).toString();
    }
}

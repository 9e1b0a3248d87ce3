package wiki.errorcodes.content;

import java.util.Optional;
import wiki.errorcodes.article.Slug;

/**
 * Where a link in an article goes.
 *
 * @param href the address on the page
 * @param slug the article it leads to, when it is one of ours
 * @param external whether it leaves the wiki
 */
record LinkTarget(String href, Optional<String> slug, boolean external) {

    /** Reads the address of a link; empty when it leads nowhere we let a reader go. */
    static Optional<LinkTarget> of(String url) {
        if (url.startsWith("https://") || url.startsWith("http://")) {
            return Optional.of(new LinkTarget(url, Optional.empty(), true));
        }
        if (url.startsWith("#")
                || url.startsWith("mailto:")
                || url.startsWith("/") && !url.startsWith("//")) {
            return Optional.of(new LinkTarget(url, Optional.empty(), false));
        }
        int hash = url.indexOf('#');
        String path = hash < 0 ? url : url.substring(0, hash);
        String anchor = hash < 0 ? "" : url.substring(hash);
        if (!path.endsWith(".md")) {
            return Optional.empty();
        }
        String[] steps = path.substring(0, path.length() - ".md".length()).split("/");
        String name = steps[steps.length - 1];
        if (name.equals("_collection")
                && steps.length > 1
                && Slug.isValid(steps[steps.length - 2])) {
            return Optional.of(
                    new LinkTarget(
                            "/collections/" + steps[steps.length - 2] + anchor,
                            Optional.empty(),
                            false));
        }
        return Slug.isValid(name)
                ? Optional.of(new LinkTarget("/errors/" + name + anchor, Optional.of(name), false))
                : Optional.empty();
    }
}

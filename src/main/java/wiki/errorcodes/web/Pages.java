package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.site.Site;

/** The pages that depend on the site alone, each prepared once. */
final class Pages {

    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final String SOURCE = ".md";

    private final PreparedPages prepared;

    Pages(PreparedPages prepared) {
        this.prepared = prepared;
    }

    /** Returns what answers an address with a page of which there is only one. */
    Routes.SiteHandler of(String path, Function<Site, Page> page) {
        return (context, site) -> prepared.page(site, path, () -> page.apply(site)).send(context);
    }

    /** {@code GET /errors/{slug}} and {@code GET /errors/{slug}.md}. */
    void article(Context context, Site site) throws IOException {
        String name = context.pathParam("slug");
        boolean source = name.endsWith(SOURCE);
        String slug = source ? name.substring(0, name.length() - SOURCE.length()) : name;
        Optional<Article> found = site.library().article(slug);
        if (found.isPresent()) {
            (source ? markdown(site, found.get()) : prepared.article(site, found.get()))
                    .send(context);
            return;
        }
        Article renamed =
                site.library().renamed(slug).orElseThrow(() -> Problem.missing("article", slug));
        Responses.redirect(context, 308, renamed.url() + (source ? SOURCE : ""));
    }

    private Prepared markdown(Site site, Article article) {
        String text = site.sources().getOrDefault(article.slug(), "");
        return prepared.get(
                site,
                article.url() + SOURCE,
                () -> Prepared.of(MARKDOWN, Prepared.REVALIDATE, site.builtAt(), text));
    }

    /** {@code GET /collections/{slug}}. */
    void collection(Context context, Site site) throws IOException {
        String slug = context.pathParam("slug");
        Collection collection =
                site.library()
                        .collection(slug)
                        .orElseThrow(() -> Problem.missing("collection", slug));
        List<Article> articles = site.library().in(slug);
        prepared.page(site, collection.url(), () -> new CollectionPage(collection, articles))
                .send(context);
    }

    /** {@code GET /tags/{tag}}. */
    void tag(Context context, Site site) throws IOException {
        String tag = context.pathParam("tag");
        List<Article> articles = site.library().tagged(tag);
        if (articles.isEmpty()) {
            throw Problem.missing("tag", "no article has the tag", tag);
        }
        prepared.page(site, "/tags/" + tag, () -> new TagPage(tag, articles)).send(context);
    }
}

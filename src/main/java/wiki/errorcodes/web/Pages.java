package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;

/** The pages that depend on the site alone, each prepared once. */
final class Pages {

    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final String SOURCE = ".md";
    private static final String PICTURE = ".png";

    private final PreparedPages prepared;
    private final PageRenderer renderer;
    private final RateLimit limit;

    Pages(PreparedPages prepared, PageRenderer renderer, RateLimit limit) {
        this.prepared = prepared;
        this.renderer = renderer;
        this.limit = limit;
    }

    /** Returns what answers an address with a page of which there is only one. */
    Routes.SiteHandler of(String path, Function<Site, Page> page) {
        return (context, site) -> prepared.page(site, path, () -> page.apply(site)).send(context);
    }

    /** {@code GET /status}: what is wrong may change while the library stays the same. */
    void status(Context context, Site site) {
        Responses.send(
                context,
                Responses.HTML,
                () -> renderer.html(new StatusPage(site, LocalDate.now())));
    }

    /** {@code GET /errors/{slug}} and {@code GET /errors/{slug}.md}. */
    void article(Context context, Site site) throws IOException {
        String name = context.pathParam("slug");
        boolean source = name.endsWith(SOURCE);
        String slug = source ? name.substring(0, name.length() - SOURCE.length()) : name;
        Optional<Article> found = site.library().article(slug);
        Map<String, String> values =
                found.isPresent() && !source ? values(context, site, found.get()) : Map.of();
        if (found.isPresent() && !values.isEmpty()) {
            limit.check(context);
            Article article = found.get();
            Responses.send(
                    context,
                    Responses.HTML,
                    () -> renderer.html(ArticlePage.of(article, site.library(), values)));
            return;
        }
        if (found.isPresent()) {
            (source ? markdown(site, found.get()) : prepared.article(site, found.get()))
                    .send(context);
            return;
        }
        Article renamed =
                site.library().renamed(slug).orElseThrow(() -> Problem.missing("article", slug));
        Responses.moved(context, renamed.url() + (source ? SOURCE : ""));
    }

    /** The reader's values in the address; those the article has no place for are ignored. */
    private static Map<String, String> values(Context context, Site site, Article article) {
        if (context.queryString() == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : site.library().placeholders(article)) {
            String value = context.queryParam(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
        }
        return values;
    }

    private Prepared markdown(Site site, Article article) {
        return prepared.get(
                site,
                article.url() + SOURCE,
                () ->
                        Prepared.of(
                                MARKDOWN,
                                Prepared.REVALIDATE,
                                site.builtAt(),
                                site.sources().of(article)));
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
        prepared.page(site, "/tags/" + tag, () -> ListPage.ofTag(site.library(), tag))
                .send(context);
    }

    /** {@code GET /browsers/{browser}}. */
    void browser(Context context, Site site) throws IOException {
        String id = context.pathParam("browser");
        Browser browser =
                Arrays.stream(Browser.values())
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.missing("browser", id));
        prepared.page(
                        site,
                        ListPage.path(browser),
                        () -> ListPage.ofBrowser(site.library(), browser))
                .send(context);
    }

    /** {@code GET /severities/{severity}}. */
    void severity(Context context, Site site) throws IOException {
        String id = context.pathParam("severity");
        Severity severity =
                Arrays.stream(Severity.values())
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.missing("severity", id));
        prepared.page(
                        site,
                        ListPage.path(severity),
                        () -> ListPage.ofSeverity(site.library(), severity))
                .send(context);
    }

    /** {@code GET /cards/{slug}.png}. */
    void card(Context context, Site site) throws IOException {
        String name = context.pathParam("name");
        String slug =
                name.endsWith(PICTURE) ? name.substring(0, name.length() - PICTURE.length()) : "";
        Article article =
                site.library().article(slug).orElseThrow(() -> Problem.missing("picture", name));
        String collection =
                site.library()
                        .collection(article.collection())
                        .map(Collection::title)
                        .orElse(article.collection());
        prepared.get(
                        site,
                        "/cards/" + name,
                        () ->
                                Prepared.of(
                                        "image/png",
                                        Prepared.REVALIDATE,
                                        site.builtAt(),
                                        Card.of(article, collection)))
                .send(context);
    }
}

package wiki.errorcodes.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ArticleSchema;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/** Every address of the wiki, on one screen. */
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final LiveSite live;
    private final Pages pages;
    private final Answers answers;
    private final Files files;
    private final Api api;
    private final Failures failures;

    Routes(
            LiveSite live,
            PreparedPages prepared,
            PageRenderer renderer,
            Answers answers,
            RateLimit limit,
            Address address) {
        this.live = live;
        this.pages = new Pages(prepared, renderer, limit);
        this.files = new Files(prepared, address);
        this.answers = answers;
        this.api = new Api(prepared, limit, address);
        this.failures = new Failures(live, renderer, limit);
    }

    /**
     * Answers a request about one site: a reload between two lines of a handler cannot tear its
     * page.
     */
    interface SiteHandler {
        void handle(Context context, Site site) throws IOException;
    }

    void register(RoutesConfig routes) {
        routes.before(Routes::secure);
        routes.before(Routes::canonical);

        get(routes, "/", pages.of("/", HomePage::of));
        get(routes, "/errors/{slug}", pages::article);
        get(
                routes,
                "/collections",
                pages.of("/collections/", site -> new CollectionsPage(site.library())));
        get(routes, "/collections/{slug}", pages::collection);
        get(routes, "/tags", pages.of("/tags/", site -> new TagsPage(site.library().tags())));
        get(routes, "/tags/{tag}", pages::tag);
        get(routes, "/codes", pages.of("/codes", site -> CodesPage.of(site.library())));
        get(routes, "/code/<identifier>", Routes::code);
        get(routes, "/browsers/{browser}", pages::browser);
        get(routes, "/severities/{severity}", pages::severity);
        get(routes, "/recent", pages.of("/recent", site -> ListPage.ofRecent(site.library())));
        get(routes, "/offline", pages.of("/offline", site -> new OfflinePage()));
        get(routes, "/about", pages.of("/about", site -> AboutPage.of(site.library())));
        get(routes, "/status", pages::status);
        get(routes, "/search", answers::search);
        post(routes, "/search", answers::paste);

        get(routes, "/healthz", (context, site) -> text(context, "ok"));
        get(routes, "/robots.txt", files::robots);
        get(routes, "/sitemap.xml", files::sitemap);
        get(routes, "/feed.atom", files::feed);
        get(routes, "/opensearch.xml", files::openSearch);
        get(routes, "/manifest.webmanifest", files::manifest);
        get(routes, ArticleSchema.PATH, files::schema);
        get(routes, "/sw.js", files::serviceWorker);
        get(routes, "/cards/{name}", pages::card);
        get(routes, "/images/{hash}/{name}", files::image);
        get(
                routes,
                "/favicon.ico",
                (context, site) -> Responses.redirect(context, 302, Assets.url("favicon.svg")));
        get(routes, "/static/{file}", (context, site) -> asset(context));

        get(routes, "/suggestions", api::suggestions);
        get(routes, "/api/v1/search", api::search);
        get(routes, "/api/v1/suggest", api::suggest);
        post(routes, "/api/v1/explain", api::explain);
        get(routes, "/api/v1/articles/{slug}", api::article);

        routes.exception(Problem.class, (problem, context) -> failures.answer(context, problem));
        routes.exception(
                MethodNotAllowedResponse.class,
                (problem, context) -> failures.wrongMethod(context, problem));
        routes.exception(
                HttpResponseException.class,
                (problem, context) -> failures.refused(context, problem));
        routes.exception(
                Exception.class,
                (problem, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), problem);
                    failures.broken(context);
                });
    }

    private void get(RoutesConfig routes, String path, SiteHandler handler) {
        routes.get(path, context -> handler.handle(context, live.current()));
        routes.head(path, context -> handler.handle(context, live.current()));
    }

    private void post(RoutesConfig routes, String path, SiteHandler handler) {
        routes.post(path, context -> handler.handle(context, live.current()));
    }

    private static void secure(Context context) {
        boolean https =
                SecurityHeaders.isHttps(
                        context.req().isSecure(), context.header("X-Forwarded-Proto"));
        SecurityHeaders.of(https).forEach(context::header);
    }

    private static void canonical(Context context) {
        String method = context.req().getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            Canonical.of(context.path())
                    .ifPresent(
                            path -> {
                                Responses.moved(context, path);
                                context.skipRemainingHandlers();
                            });
        }
    }

    private static void code(Context context, Site site) {
        String identifier = context.pathParam("identifier");
        Library library = site.library();
        String url =
                library.byCode(identifier)
                        .orElseThrow(
                                () ->
                                        Problem.missing(
                                                "code",
                                                "no article of this wiki answers",
                                                identifier))
                        .url();
        Responses.redirect(context, 302, url);
    }

    private static void text(Context context, String text) {
        context.header("Cache-Control", "no-cache").contentType(Responses.TEXT).result(text);
    }

    private static void asset(Context context) throws IOException {
        Assets.find(context.pathParam("file"))
                .orElseThrow(
                        () ->
                                new Problem(
                                        404,
                                        "No such file",
                                        "there is no such file, or it has changed"))
                .send(context);
    }
}

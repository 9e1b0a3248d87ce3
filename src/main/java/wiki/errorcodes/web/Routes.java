package wiki.errorcodes.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/** Every address of the wiki, on one screen. */
final class Routes {

    /** A paste of this many characters or fewer is put into the address, so that the answer can be shared. */
    static final int LONGEST_SHARED = 1_500;

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final double BURST = 200;
    private static final double PER_SECOND = 50;
    private static final int NEAR = 5;
    /** A form says {@code %0D%0A} for every line break and {@code %XX} for most signs: three bytes for one. */
    private static final int LARGEST_FORM = 3 * RequestBody.LARGEST + 16;

    private final LiveSite live;
    private final PreparedPages pages;
    private final PageRenderer renderer = new PageRenderer();
    private final Api api;
    private final RateLimit limit = new RateLimit(BURST, PER_SECOND, System::nanoTime);

    Routes(LiveSite live) {
        this.live = live;
        this.pages = new PreparedPages(live);
        this.api = new Api(pages);
    }

    /** Answers a request about one site. */
    private interface SiteHandler {
        void handle(Context context, Site site) throws IOException;
    }

    void register(RoutesConfig routes) {
        routes.before(SecurityHeaders::add);

        get(routes, "/", (context, site) -> page(context, site, "/", Page.Home.of(site)));
        get(routes, "/errors/{slug}", this::article);
        get(routes, "/collections", (context, site) -> page(context, site, "/collections/", new Page.Collections(site.library())));
        get(routes, "/collections/{slug}", this::collection);
        get(routes, "/tags", (context, site) -> page(context, site, "/tags/", new Page.Tags(site.library().tags())));
        get(routes, "/tags/{tag}", this::tag);
        get(routes, "/codes", (context, site) -> page(context, site, "/codes", Page.Codes.of(site.library())));
        get(routes, "/code/<identifier>", this::code);
        get(routes, "/search", this::search);
        routes.post("/search", context -> paste(context, live.current()));
        get(routes, "/about", (context, site) -> page(context, site, "/about", new Page.About(site.library().articles().size(), site.library().collections().size())));
        get(routes, "/status", (context, site) -> page(context, site, "/status", new Page.Status(site)));
        get(routes, "/healthz", (context, site) -> context.header("Cache-Control", "no-store").contentType(TEXT).result("ok"));
        get(routes, "/robots.txt", (context, site) -> context.contentType(TEXT).result("User-agent: *\nDisallow: /search\nDisallow: /api/\n"));
        get(routes, "/favicon.ico", (context, site) -> redirect(context, 302, Assets.url("favicon.svg")));
        get(routes, "/static/{file}", (context, site) -> Assets.find(context.pathParam("file"))
                .orElseThrow(() -> new Problem(404, "No such file", "there is no such file, or it has changed")).send(context));

        get(routes, "/api/v1/search", (context, site) -> api.search(limited(context), site));
        get(routes, "/api/v1/suggest", (context, site) -> api.suggest(limited(context), site));
        routes.post("/api/v1/explain", context -> api.explain(limited(context), live.current()));
        get(routes, "/api/v1/articles/{slug}", api::article);

        routes.exception(Problem.class, (problem, context) -> fail(context, problem));
        routes.exception(HttpResponseException.class, (problem, context) -> fail(context, problem.getStatus() == 404
                ? new Problem(404, "Nothing is here", "there is nothing at " + context.path())
                : new Problem(problem.getStatus(), "This request cannot be answered", String.valueOf(problem.getMessage()))));
        routes.exception(Exception.class, (problem, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), problem);
            fail(context, new Problem(500, "Something went wrong here", "the server's log says what; the fault is not yours"));
        });
    }

    private void get(RoutesConfig routes, String path, SiteHandler handler) {
        routes.get(path, context -> handler.handle(context, live.current()));
        routes.head(path, context -> handler.handle(context, live.current()));
    }

    private Context limited(Context context) {
        if (!limit.allows(context.ip())) {
            context.header("Retry-After", "1");
            throw new Problem(429, "Too many requests", "wait a second; " + (int) PER_SECOND + " requests a second are fine");
        }
        return context;
    }

    private void page(Context context, Site site, String key, Page page) throws IOException {
        pages.get(site, key, () -> Prepared.of(HTML, Prepared.REVALIDATE, site.builtAt(), renderer.html(page))).send(context);
    }

    private static void redirect(Context context, int status, String location) {
        context.status(status).header("Location", location);
    }

    private void article(Context context, Site site) throws IOException {
        String name = context.pathParam("slug");
        boolean source = name.endsWith(".md");
        String slug = source ? name.substring(0, name.length() - ".md".length()) : name;
        Optional<Article> renamed = site.library().renamed(slug);
        if (renamed.isPresent()) {
            redirect(context, 308, renamed.get().url() + (source ? ".md" : ""));
            return;
        }
        Article article = site.library().article(slug).orElseThrow(() -> new Problem(404, "No such article", "there is no article \"" + slug + "\""));
        if (source) {
            pages.get(site, "md/" + slug, () -> Prepared.of("text/markdown; charset=utf-8", Prepared.REVALIDATE, site.builtAt(), site.sources().getOrDefault(slug, ""))).send(context);
        } else {
            page(context, site, article.url(), Page.ArticlePage.of(article, site.library()));
        }
    }

    private void collection(Context context, Site site) throws IOException {
        String slug = context.pathParam("slug");
        var collection = site.library().collection(slug).orElseThrow(() -> new Problem(404, "No such collection", "there is no collection \"" + slug + "\""));
        page(context, site, collection.url(), new Page.CollectionPage(collection, site.library().in(slug)));
    }

    private void tag(Context context, Site site) throws IOException {
        String tag = context.pathParam("tag");
        List<Article> articles = site.library().tagged(tag);
        if (articles.isEmpty()) {
            throw new Problem(404, "No such tag", "no article has the tag \"" + tag + "\"");
        }
        page(context, site, "/tags/" + tag, new Page.Tag(tag, articles));
    }

    private void code(Context context, Site site) {
        String identifier = context.pathParam("identifier");
        Article article = site.library().byCode(identifier)
                .orElseThrow(() -> new Problem(404, "No such code", "no article of this wiki answers \"" + identifier + "\""));
        redirect(context, 302, article.url());
    }

    private void search(Context context, Site site) throws IOException {
        String query = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (query.isBlank()) {
            redirect(context, 302, "/");
            return;
        }
        if (query.length() > Api.LONGEST_QUERY) {
            throw new Problem(414, "Too long for an address", "paste it into the box on the start page; " + RequestBody.LARGEST / 1024 + " KiB fit there");
        }
        answer(limited(context), site, query);
    }

    private void paste(Context context, Site site) throws IOException {
        String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new Problem(415, "Unsupported media type", "this address answers the form of the start page; programs use POST /api/v1/explain");
        }
        String paste = field(RequestBody.text(limited(context), LARGEST_FORM));
        if (paste.length() > RequestBody.LARGEST) {
            throw new Problem(413, "Paste too large", "at most " + RequestBody.LARGEST / 1024 + " KiB are read; keep the lines around the first error");
        }
        if (paste.isBlank()) {
            redirect(context, 303, "/");
        } else if (paste.length() <= LONGEST_SHARED && !Secrets.mask(paste).isChanged()) {
            redirect(context, 303, "/search?q=" + URLEncoder.encode(paste, StandardCharsets.UTF_8));
        } else {
            // Addresses end up in histories and logs: neither a long paste nor a secret gets into one.
            answer(context, site, paste);
        }
    }

    /** Returns the field {@code q} of a form, with the line breaks of a text instead of those of a form. */
    private static String field(String form) {
        for (String pair : form.split("&")) {
            if (pair.startsWith("q=")) {
                try {
                    return URLDecoder.decode(pair.substring(2), StandardCharsets.UTF_8).replace("\r\n", "\n");
                } catch (IllegalArgumentException e) {
                    throw new Problem(400, "Not a form", "the field q is not encoded as forms are");
                }
            }
        }
        return "";
    }

    private void answer(Context context, Site site, String text) throws IOException {
        Explanation explanation = site.searcher().explain(text);
        List<Hit> hits = text.length() <= Api.LONGEST_QUERY ? site.searcher().search(Query.of(text)) : List.of();
        context.header("Cache-Control", "no-store");
        Responses.compressed(context, HTML, renderer.html(Page.Search.of(site, text, explanation, hits, Secrets.mask(text))).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers what cannot be answered: as problem JSON to programs, as a page with suggestions to people. */
    private void fail(Context context, Problem problem) {
        if (context.path().startsWith("/api/")) {
            Api.problem(context, problem);
            return;
        }
        String asked = problem.status() == 404 ? words(context.path()) : "";
        List<Hit> near = List.of();
        if (!asked.isBlank()) {
            try {
                near = live.current().searcher().search(new Query(asked, NEAR, Optional.empty(), Optional.empty()));
            } catch (RuntimeException e) {
                LOG.error("cannot search for what is near {}", context.path(), e);
            }
        }
        context.status(problem.status());
        context.header("Cache-Control", "no-store");
        context.contentType(HTML).result(renderer.html(new Page.Missing(problem.status(), problem.title(), problem.detail(), asked, near)));
    }

    /** Returns the words of an address, without the part that only names the kind of page. */
    private static String words(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String text = URLDecoder.decode(last.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        return text.replace('-', ' ').replaceAll("\\.(?:html?|md)$", "").strip();
    }
}

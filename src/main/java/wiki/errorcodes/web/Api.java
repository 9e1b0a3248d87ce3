package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;

/** The JSON interface under {@code /api/v1}. */
final class Api {

    /** The longest query, in characters; more is a paste and belongs to explain. */
    static final int LONGEST_QUERY = 4_000;

    private static final String JSON = "application/json; charset=utf-8";
    private static final int DEFAULT_LIMIT = 10;

    private final PreparedPages pages;

    Api(PreparedPages pages) {
        this.pages = pages;
    }

    /** {@code GET /api/v1/search?q=…&limit=10&collection=&browser=}. */
    void search(Context context, Site site) throws IOException {
        String text = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (text.isBlank()) {
            throw new Problem(400, "No query", "give the text to search for as ?q=…");
        }
        if (text.length() > LONGEST_QUERY) {
            throw new Problem(400, "Query too long", "q has " + text.length() + " characters, at most " + LONGEST_QUERY + " fit; send a paste to POST /api/v1/explain");
        }
        Query query = new Query(text, limit(context.queryParam("limit")), collection(site, context.queryParam("collection")), browser(context.queryParam("browser")));
        send(context, Json.results(text, site.searcher().search(query)));
    }

    /** {@code GET /api/v1/suggest?q=…&limit=8}: completions while typing. */
    void suggest(Context context, Site site) throws IOException {
        String typed = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (typed.length() > LONGEST_QUERY) {
            throw new Problem(400, "Query too long", "q has " + typed.length() + " characters, at most " + LONGEST_QUERY + " fit");
        }
        send(context, Json.completions(typed, site.searcher().complete(typed, limit(context.queryParam("limit")))));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Query.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Problem(400, "Bad limit", "limit must be a whole number from 1 to " + Query.MAX_LIMIT + ", not \"" + text + "\"");
    }

    private static Optional<String> collection(Site site, @Nullable String slug) {
        if (slug == null || slug.isEmpty()) {
            return Optional.empty();
        }
        if (site.library().collection(slug).isEmpty()) {
            throw new Problem(400, "Unknown collection", "there is no collection \"" + slug + "\"; there are "
                    + site.library().collections().stream().map(Collection::slug).collect(Collectors.joining(", ")));
        }
        return Optional.of(slug);
    }

    private static Optional<Browser> browser(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Browser.of(id).orElseThrow(() -> new Problem(400, "Unknown browser", "there is no browser \"" + id + "\"; there are chrome, firefox, safari")));
    }

    /** {@code POST /api/v1/explain}, a paste as text/plain. */
    void explain(Context context, Site site) throws IOException {
        String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.equals("text/plain") && !type.startsWith("text/plain;")) {
            throw new Problem(415, "Unsupported media type", "send the paste as text/plain" + (type.isEmpty() ? "" : ", not " + type));
        }
        String paste = RequestBody.text(context, RequestBody.LARGEST);
        if (paste.isBlank()) {
            throw new Problem(400, "Empty paste", "send what the browser printed as the body");
        }
        send(context, Json.explanation(site.searcher().explain(paste)));
    }

    /** {@code GET /api/v1/articles/{slug}}. */
    void article(Context context, Site site) throws IOException {
        String slug = context.pathParam("slug");
        Optional<Article> renamed = site.library().renamed(slug);
        if (renamed.isPresent()) {
            context.header("Location", "/api/v1/articles/" + renamed.get().slug()).status(308);
            return;
        }
        Article article = site.library().article(slug).orElseThrow(() -> new Problem(404, "No such article", "there is no article \"" + slug + "\""));
        pages.get(site, "json/" + slug, () -> Prepared.of(JSON, Prepared.REVALIDATE, site.builtAt(), Json.bytes(Json.article(article)))).send(context);
    }

    static void problem(Context context, Problem problem) {
        context.status(problem.status());
        context.header("Cache-Control", "no-store");
        context.contentType("application/problem+json").result(Json.bytes(problem.json()));
    }

    private static void send(Context context, Object value) throws IOException {
        context.header("Cache-Control", "no-store");
        Responses.compressed(context, JSON, Json.bytes(value));
    }
}

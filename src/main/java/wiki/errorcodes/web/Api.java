package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.search.Completion;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.site.Site;

/** The JSON interface under {@code /api/v1}. */
final class Api {

    /** The longest query, in characters; more is a paste and belongs to explain. */
    static final int LONGEST_QUERY = 4_000;

    private static final int DEFAULT_LIMIT = 10;
    private static final String ARTICLES = "/api/v1/articles/";

    private final PreparedPages pages;
    private final RateLimit limit;
    private final Address address;

    Api(PreparedPages pages, RateLimit limit, Address address) {
        this.pages = pages;
        this.limit = limit;
        this.address = address;
    }

    /** {@code GET /api/v1/search?q=…&limit=10&collection=&browser=}. */
    void search(Context context, Site site) {
        limit.check(context);
        String text = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (text.isBlank()) {
            throw new Problem(400, "No query", "give the text to search for as ?q=…");
        }
        if (text.length() > LONGEST_QUERY) {
            throw tooLong(text, "fit; send a paste to POST /api/v1/explain");
        }
        Query query = Filters.of(context, site, text, most(context.queryParam("limit")));
        send(context, () -> Json.results(text, site.searcher().search(query)));
    }

    /**
     * {@code GET /suggestions?q=…}: completions for a browser's address bar (OpenSearch Suggestions
     * 1.1).
     */
    void suggestions(Context context, Site site) {
        limit.check(context);
        String typed = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (typed.length() > LONGEST_QUERY) {
            throw tooLong(typed, "fit");
        }
        Responses.send(
                context,
                "application/x-suggestions+json; charset=utf-8",
                () ->
                        Json.bytes(
                                suggestions(
                                        typed, site.searcher().complete(typed, DEFAULT_LIMIT))));
    }

    private List<Object> suggestions(String typed, List<Completion> completions) {
        return List.of(
                typed,
                completions.stream().map(Completion::text).toList(),
                completions.stream().map(one -> one.article().title()).toList(),
                completions.stream().map(one -> address.absolute(one.article().url())).toList());
    }

    /** {@code GET /api/v1/suggest?q=…&limit=8}: completions while typing. */
    void suggest(Context context, Site site) {
        limit.check(context);
        String typed = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (typed.length() > LONGEST_QUERY) {
            throw tooLong(typed, "fit");
        }
        int wanted = most(context.queryParam("limit"));
        send(context, () -> Json.completions(typed, site.searcher().complete(typed, wanted)));
    }

    private static Problem tooLong(String text, String advice) {
        String detail = "q has " + text.length() + " characters, at most " + LONGEST_QUERY + " ";
        return new Problem(400, "Query too long", detail + advice);
    }

    private static int most(@Nullable String text) {
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
        throw new Problem(
                400,
                "Bad limit",
                "limit must be a whole number from 1 to "
                        + Query.MAX_LIMIT
                        + ", not \""
                        + text
                        + '"');
    }

    /** {@code POST /api/v1/explain}, a paste as text/plain. */
    void explain(Context context, Site site) throws IOException {
        limit.check(context);
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (!isText(type)) {
            String sent = type.isEmpty() ? "" : ", not " + type;
            throw new Problem(415, "Unsupported media type", "send the paste as text/plain" + sent);
        }
        String paste = RequestBody.text(context, RequestBody.LARGEST);
        if (paste.isBlank()) {
            throw new Problem(400, "Empty paste", "send what the browser printed as the body");
        }
        Responses.send(context, Responses.JSON, () -> explained(site, paste));
    }

    /** Tells whether a Content-Type is that of a paste. */
    static boolean isText(String type) {
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        return essence.strip().equalsIgnoreCase("text/plain");
    }

    /** Returns what {@code POST /api/v1/explain} answers to a paste. */
    static byte[] explained(Site site, String paste) {
        return Json.bytes(Json.explanation(site.searcher().explain(paste)));
    }

    /** {@code GET /api/v1/articles/{slug}}. */
    void article(Context context, Site site) throws IOException {
        String slug = context.pathParam("slug");
        Optional<Article> found = site.library().article(slug);
        if (found.isPresent()) {
            article(site, found.get()).send(context);
            return;
        }
        Article renamed =
                site.library().renamed(slug).orElseThrow(() -> Problem.missing("article", slug));
        Responses.moved(context, ARTICLES + renamed.slug());
    }

    private Prepared article(Site site, Article article) {
        return pages.get(
                site,
                ARTICLES + article.slug(),
                () ->
                        Prepared.of(
                                Responses.JSON,
                                Prepared.REVALIDATE,
                                site.builtAt(),
                                Json.bytes(Json.article(article))));
    }

    static void problem(Context context, Problem problem) {
        context.status(problem.status());
        Responses.send(context, Responses.PROBLEM, () -> Json.bytes(problem.json()));
    }

    private static void send(Context context, Supplier<Object> value) {
        Responses.send(context, Responses.JSON, () -> Json.bytes(value.get()));
    }
}

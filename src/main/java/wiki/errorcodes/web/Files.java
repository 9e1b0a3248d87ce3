package wiki.errorcodes.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.content.ArticleSchema;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;

/** The files that programs ask for at fixed addresses: robots, sitemap, feed, manifest, worker. */
final class Files {

    private static final String WORKER = "sw.js";
    private static final String DRAWING =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

    private final PreparedPages prepared;
    private final Address address;
    private final Syndication syndication;

    Files(PreparedPages prepared, Address address) {
        this.prepared = prepared;
        this.address = address;
        this.syndication = new Syndication(address);
    }

    private void send(Context context, Site site, String path, String type, Supplier<String> text)
            throws IOException {
        prepared.get(
                        site,
                        path,
                        () -> Prepared.of(type, Prepared.REVALIDATE, site.builtAt(), text.get()))
                .send(context);
    }

    /** {@code GET /robots.txt} (RFC 9309). */
    void robots(Context context, Site site) throws IOException {
        send(
                context,
                site,
                "/robots.txt",
                Responses.TEXT,
                () ->
                        "User-agent: *\nDisallow: /api/\n"
                                + (address.isKnown()
                                        ? "Sitemap: " + address.absolute("/sitemap.xml") + "\n"
                                        : ""));
    }

    /** {@code GET /images/{hash}/{name}}. */
    void image(Context context, Site site) throws IOException {
        String hash = context.pathParam("hash");
        String name = context.pathParam("name");
        prepared.get(site, "/images/" + hash + "/" + name, () -> picture(site, hash, name))
                .send(context);
    }

    private static Prepared picture(Site site, String hash, String name) {
        Index.Picture picture =
                site.index()
                        .picture(hash, name)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                404,
                                                "No such picture",
                                                "there is no such picture, or it has changed"));
        Prepared response =
                Prepared.of(
                        picture.type().mediaType(),
                        Prepared.IMMUTABLE,
                        site.builtAt(),
                        picture.bytes());
        // Opened by itself a drawing is a document: it may style itself, and nothing else.
        return name.endsWith(".svg") ? response.under(DRAWING) : response;
    }

    /** {@code GET /schema/article.json}. */
    void schema(Context context, Site site) throws IOException {
        send(
                context,
                site,
                ArticleSchema.PATH,
                "application/schema+json",
                () ->
                        new String(
                                Json.bytes(ArticleSchema.of(address.absolute(ArticleSchema.PATH))),
                                StandardCharsets.UTF_8));
    }

    /** {@code GET /sitemap.xml}. */
    void sitemap(Context context, Site site) throws IOException {
        send(
                context,
                site,
                "/sitemap.xml",
                "application/xml; charset=utf-8",
                () -> syndication.sitemap(site.library(), pages(site)));
    }

    private static List<String> pages(Site site) {
        List<String> pages = new ArrayList<>(List.of("/", "/collections/", "/codes", "/tags/"));
        site.library().collections().forEach(collection -> pages.add(collection.url()));
        for (Browser browser : Browser.values()) {
            pages.add(ListPage.path(browser));
        }
        for (Severity severity : Severity.values()) {
            pages.add(ListPage.path(severity));
        }
        site.library().tags().keySet().forEach(tag -> pages.add("/tags/" + tag));
        pages.add("/recent");
        pages.add("/about");
        return pages;
    }

    /** {@code GET /feed.atom}. */
    void feed(Context context, Site site) throws IOException {
        send(
                context,
                site,
                "/feed.atom",
                "application/atom+xml; charset=utf-8",
                () -> syndication.feed(site.library()));
    }

    /** {@code GET /opensearch.xml}. */
    void openSearch(Context context, Site site) throws IOException {
        send(
                context,
                site,
                "/opensearch.xml",
                "application/opensearchdescription+xml; charset=utf-8",
                syndication::openSearch);
    }

    /** {@code GET /manifest.webmanifest} (W3C Web Application Manifest). */
    void manifest(Context context, Site site) throws IOException {
        send(
                context,
                site,
                "/manifest.webmanifest",
                "application/manifest+json; charset=utf-8",
                Files::manifest);
    }

    private static String manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", Page.WIKI);
        manifest.put("short_name", "Error Codes");
        manifest.put("description", "Paste what the browser printed: cause and fix.");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "minimal-ui");
        manifest.put("background_color", "#fbfaf7");
        manifest.put("theme_color", "#0f5f66");
        manifest.put(
                "icons",
                List.of(
                        icon("icon-192.png", "192x192", "image/png"),
                        icon("icon-512.png", "512x512", "image/png"),
                        icon("favicon.svg", "any", "image/svg+xml")));
        return json(manifest);
    }

    private static Map<String, String> icon(String name, String sizes, String type) {
        return Map.of("src", Assets.url(name), "sizes", sizes, "type", type);
    }

    /**
     * {@code GET /sw.js}: stands at the root, because a service worker controls only what lies
     * below it.
     */
    void serviceWorker(Context context, Site site) throws IOException {
        send(context, site, "/sw.js", "text/javascript; charset=utf-8", Files::serviceWorker);
    }

    private static String serviceWorker() {
        List<String> needed =
                Assets.NAMES.stream()
                        .filter(name -> name.endsWith(".css") || name.endsWith(".js"))
                        .filter(name -> !name.equals(WORKER))
                        .map(Assets::url)
                        .toList();
        return "const ASSETS = "
                + json(needed)
                + ";\n"
                + new String(Assets.read(WORKER), StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }
}

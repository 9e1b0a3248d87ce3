package wiki.errorcodes.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.SiteBuilder;

/** A small wiki on a free port, built through the real pipeline, and a client for it. */
final class TestWiki implements AutoCloseable {

    static final String MISSING_HEADER =
            "Access to fetch at 'https://api.example.com/orders' from origin 'https://shop.example.org' has been blocked by CORS policy: "
                    + "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final WebServer server;
    final LiveSite live;

    TestWiki(Path folder) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(
                content,
                "cors/missing-header.md",
                TestArticles.article(
                                        "No <header> & \"quotes\"",
                                        """
                severity: error
                tags: [cors, http-headers]
                codes: [kMissingAllowOriginHeader]
                messages:
                  chrome: "Access to {initiator} at '{url}' from origin '{origin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
                  firefox: {text: "CORS header ‘Access-Control-Allow-Origin’ missing at {url}", until: 99}
                tell_apart: {fetch-failed: Look at the line above.}
                related: [fetch-failed]
                aliases: [old-name]
                sources: [{title: Fetch Standard, url: https://fetch.spec.whatwg.org/}]
                reviewed: 2026-11-23
                defaults: {origin: https://app.example.com}
                """)
                                .replace(
                                        "Because of a test.",
                                        "Allow `{{origin}}`, see [[fetch-failed]].")
                        + """

                ## Fixes

                ### nginx

                ```nginx
                add_header Access-Control-Allow-Origin "{{origin}}" always;
                ```

                ### Apache

                ```apache
                Header always set Access-Control-Allow-Origin "{{origin}}"
                ```

                ## FAQ

                ### Is it so?

                It is.
                """);
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 2));
        TestArticles.write(
                content,
                "net/fetch-failed.md",
                TestArticles.article(
                                "Fetch failed",
                                """
                tags: [cors]
                codes: [{net::ERR_FAILED: -2}]
                messages:
                  chrome: "Failed to fetch"
                consequence_of: [missing-header]
                decide: [{ask: Is there a line above?, answers: {"Yes": missing-header}}]
                related: [missing-header]
                """)
                        + """

                ## Fixes

                ### nginx

                Nothing.

                ### Apache

                Nothing either.
                """);
        live = new LiveSite(SiteBuilder.build(content, folder.resolve("data")));
        server = WebServer.start(live, "127.0.0.1", 0);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    int port() {
        return server.port();
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    String page(String path) {
        return text(get(path));
    }

    HttpResponse<byte[]> post(String path, String type, String body) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
    }
}

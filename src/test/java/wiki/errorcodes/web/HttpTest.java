package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;
import static wiki.errorcodes.web.TestWiki.text;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.check.Links;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.SiteBuilder;

class HttpTest {

    @TempDir private static Path folder;

    private static TestWiki wiki;

    @BeforeAll
    static void start() throws IOException {
        wiki = new TestWiki(folder);
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return wiki.send(wiki.request(path).headers(headers));
    }

    @Test
    void pagesThatArticlesMayLinkToAreThere() {
        for (String page : Links.PAGES) {
            assertTrue(get(page, "Accept", "*/*").statusCode() < 400, page);
        }
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (String path :
                List.of(
                        "/",
                        "/errors/missing-header",
                        "/nope",
                        "/api/v1/search?q=x",
                        "/api/v1/search",
                        "/search?q=x",
                        "/healthz",
                        "/static/nope.css",
                        "/code/ERR_FAILED")) {
            HttpResponse<byte[]> response = wiki.get(path);
            String policy = header(response, "Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none';"), path);
            assertTrue(
                    !policy.contains("unsafe")
                            && policy.contains("frame-ancestors 'none'")
                            && policy.contains("base-uri 'none'"),
                    path);
            assertEquals("nosniff", header(response, "X-Content-Type-Options"), path);
            assertEquals("no-referrer", header(response, "Referrer-Policy"), path);
            assertEquals("DENY", header(response, "X-Frame-Options"), path);
            assertEquals("", header(response, "Server"), path);
            assertEquals("", header(response, "Strict-Transport-Security"), path);
        }
        assertTrue(
                header(get("/", "X-Forwarded-Proto", "https"), "Strict-Transport-Security")
                        .contains("max-age="));
    }

    @Test
    void pagesAreRevalidated() {
        HttpResponse<byte[]> first = wiki.get("/errors/missing-header");
        assertEquals("no-cache", header(first, "Cache-Control"));
        assertEquals("Accept-Encoding", header(first, "Vary"));
        HttpResponse<byte[]> known =
                get("/errors/missing-header", "If-None-Match", "\"x\", " + header(first, "ETag"));
        assertEquals(304, known.statusCode());
        assertEquals(0, known.body().length);
        assertEquals(header(first, "ETag"), header(known, "ETag"));
        assertEquals(200, get("/errors/missing-header", "If-None-Match", "\"other\"").statusCode());
        assertEquals(
                304,
                get("/errors/missing-header", "If-Modified-Since", header(first, "Last-Modified"))
                        .statusCode());
        assertEquals(
                200,
                get("/errors/missing-header", "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .statusCode());
        assertEquals(
                200, get("/errors/missing-header", "If-Modified-Since", "yesterday").statusCode());
    }

    @Test
    void bodiesComeInTheCodingTheClientPrefers() throws IOException {
        byte[] plain = wiki.get("/errors/missing-header").body();
        HttpResponse<byte[]> gzip = get("/errors/missing-header", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertArrayEquals(
                plain, new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        HttpResponse<byte[]> brotli =
                get("/errors/missing-header", "Accept-Encoding", "gzip, deflate, br, zstd");
        assertEquals("br", header(brotli, "Content-Encoding"));
        assertArrayEquals(plain, Decoder.decompress(brotli.body()).getDecompressedData());
        assertNotEquals(header(gzip, "ETag"), header(brotli, "ETag"));
        assertTrue(brotli.body().length < plain.length / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0.5, br;q=0.1 | gzip",
                "br;q=0, gzip | gzip",
                "identity | ''",
                "gzip;q=0 | ''",
                "* | br",
                "identity;q=0.5, gzip;q=0.2 | ''",
                "gzip;q=x | ''",
                "deflate | ''"
            })
    void negotiationFollowsTheWeights(String accepted, String coding) {
        assertEquals(coding, header(get("/", "Accept-Encoding", accepted), "Content-Encoding"));
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<byte[]> get = wiki.get("/errors/missing-header");
        HttpResponse<byte[]> head =
                wiki.send(
                        wiki.request("/errors/missing-header")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        assertEquals(header(get, "ETag"), header(head, "ETag"));
        assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
    }

    @Test
    void staticFilesNeverChangeUnderTheirAddress() {
        var page = Jsoup.parse(wiki.page("/"));
        Stream<String> addresses =
                Stream.concat(
                        page
                                .select("link[rel=stylesheet], link[rel=icon]")
                                .eachAttr("href")
                                .stream(),
                        page.select("script[src]").eachAttr("src").stream());
        addresses.forEach(
                address -> {
                    assertTrue(
                            address.matches("/static/[a-z-]+\\.[0-9a-f]{16}\\.(css|js|svg)"),
                            address);
                    HttpResponse<byte[]> response = wiki.get(address);
                    assertEquals(200, response.statusCode());
                    assertEquals(
                            "public, max-age=31536000, immutable",
                            header(response, "Cache-Control"));
                });
    }

    @Test
    void everyStaticFileIsServed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("static"))) {
            assertEquals(
                    new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()),
                    new TreeSet<>(Assets.NAMES));
        }
    }

    @Test
    void sourceOfAnArticleIsMarkdown() {
        HttpResponse<byte[]> response = wiki.get("/errors/missing-header.md");
        assertTrue(header(response, "Content-Type").startsWith("text/markdown"));
        assertTrue(text(response).startsWith("---\ntitle:"));
    }

    @Test
    void portInUseIsSaidPlainly() {
        var problem =
                assertThrows(
                        PortInUseException.class,
                        () ->
                                WebServer.start(
                                        new LiveSite(wiki.live.current()),
                                        "127.0.0.1",
                                        wiki.port()));
        assertEquals(
                "port "
                        + wiki.port()
                        + " is in use; stop the other program or choose another port with --port",
                problem.getMessage());
    }

    @Test
    void newSiteIsServedWithoutARestart() throws IOException {
        Path other = folder.resolve("other");
        try (TestWiki changing = new TestWiki(other)) {
            String before = header(changing.get("/collections/net"), "ETag");
            TestArticles.write(
                    other.resolve("content"), "net/third.md", TestArticles.article("Third", ""));
            changing.live.swap(SiteBuilder.build(other.resolve("content"), other.resolve("data")));
            assertEquals(200, changing.get("/errors/third").statusCode());
            assertNotEquals(before, header(changing.get("/collections/net"), "ETag"));
        }
    }

    @Test
    void picturesHaveAddressesThatNeverChange() throws IOException {
        Path other = folder.resolve("pictures");
        try (TestWiki changing = new TestWiki(other)) {
            Path content = other.resolve("content");
            TestArticles.write(
                    content,
                    "net/third.md",
                    TestArticles.article("Third", "")
                            + "\n## Look\n\n![A red square](square.svg)\n");
            TestArticles.write(
                    content,
                    "net/third/square.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' onload='x()'><rect width='9' height='9' fill='red'/></svg>");
            changing.live.swap(SiteBuilder.build(content, other.resolve("data")));
            String page = changing.page("/errors/third");
            Matcher address =
                    Pattern.compile("<img src=\"(/images/[0-9a-f]{16}/square.svg)\" width=\"20\"")
                            .matcher(page);
            assertTrue(address.find(), page);
            HttpResponse<byte[]> picture = changing.get(address.group(1));
            assertEquals(200, picture.statusCode());
            assertEquals("image/svg+xml", header(picture, "Content-Type"));
            assertEquals("public, max-age=31536000, immutable", header(picture, "Cache-Control"));
            assertEquals(
                    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
                    header(picture, "Content-Security-Policy"));
            assertEquals("nosniff", header(picture, "X-Content-Type-Options"));
            assertTrue(!TestWiki.text(picture).contains("onload"), TestWiki.text(picture));
            assertEquals(404, changing.get("/images/0000000000000000/square.svg").statusCode());
            // A changed picture has another address, on a page that is made anew.
            Path file = content.resolve("net/third/square.svg");
            Files.writeString(file, Files.readString(file).replace("red", "blue"));
            changing.live.swap(SiteBuilder.build(content, other.resolve("data")));
            assertTrue(!changing.page("/errors/third").contains(address.group(1)));
            assertEquals(404, changing.get(address.group(1)).statusCode());
        }
    }

    @Test
    void rateLimitLetsBurstsPassAndStopsFloods() {
        long[] now = {0};
        RateLimit limit = new RateLimit(3, 1, () -> now[0]);
        assertTrue(limit.allows("a") && limit.allows("a") && limit.allows("a"));
        assertTrue(!limit.allows("a") && limit.allows("b"));
        now[0] += 1_000_000_000L;
        assertTrue(limit.allows("a") && !limit.allows("a"));
    }
}

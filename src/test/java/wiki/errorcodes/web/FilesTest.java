package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read: under an address that an administrator configured. */
class FilesTest {

    private static final String BASE = "https://wiki.example.org/errors";

    @TempDir private static Path folder;

    private static TestWiki wiki;
    private static WebServer server;

    @BeforeAll
    static void start() throws IOException {
        wiki = new TestWiki(folder);
        server =
                WebServer.start(
                        wiki.live,
                        "127.0.0.1",
                        0,
                        Address.of(BASE + "/"),
                        java.util.Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
        wiki.close();
    }

    private static HttpResponse<byte[]> get(String path) {
        return wiki.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)));
    }

    private static Document xml(String path) {
        HttpResponse<byte[]> response = get(path);
        assertEquals(200, response.statusCode());
        return Jsoup.parse(TestWiki.text(response), Parser.xmlParser());
    }

    private static Document page(String path) {
        return Jsoup.parse(TestWiki.text(get(path)));
    }

    @Test
    void sitemapHasEveryPageWithItsReview() {
        Document sitemap = xml("/sitemap.xml");
        List<String> addresses = sitemap.select("url > loc").eachText();
        assertTrue(
                addresses.containsAll(
                        List.of(
                                BASE + "/",
                                BASE + "/collections/cors",
                                BASE + "/tags/cors",
                                BASE + "/browsers/firefox",
                                BASE + "/errors/missing-header")),
                addresses.toString());
        assertEquals("2026-11-23", sitemap.select("lastmod").text());
        for (String address : addresses) {
            assertEquals(200, get(address.substring(BASE.length())).statusCode(), address);
        }
    }

    @Test
    void robotsLeadToTheSitemap() {
        assertTrue(
                TestWiki.text(get("/robots.txt")).endsWith("Sitemap: " + BASE + "/sitemap.xml\n"));
        assertEquals(
                "User-agent: *\nDisallow: /api/\n", wiki.page("/robots.txt"), "address unknown");
    }

    @Test
    void feedHasTheReviewedArticles() {
        Document feed = xml("/feed.atom");
        assertEquals("No <header> & \"quotes\"", feed.select("entry > title").text());
        assertEquals(BASE + "/errors/missing-header", feed.select("entry > link").attr("href"));
        assertEquals("2026-11-23T00:00:00Z", feed.select("feed > updated").text());
    }

    @Test
    void browserCanSearchFromItsAddressBar() throws IOException {
        Document description = xml("/opensearch.xml");
        assertEquals(
                List.of(BASE + "/search?q={searchTerms}", BASE + "/suggestions?q={searchTerms}"),
                description.select("Url").eachAttr("template"));
        JsonNode answer = new ObjectMapper().readTree(get("/suggestions?q=err_fa").body());
        assertEquals("err_fa", answer.path(0).asText());
        assertEquals("net::ERR_FAILED", answer.path(1).path(0).asText());
        assertEquals("Fetch failed", answer.path(2).path(0).asText());
        assertEquals(BASE + "/errors/fetch-failed", answer.path(3).path(0).asText());
    }

    @Test
    void schemaSaysItsOwnAddress() throws IOException {
        HttpResponse<byte[]> response = get("/schema/article.json");
        assertEquals("application/schema+json", TestWiki.header(response, "Content-Type"));
        JsonNode schema = new ObjectMapper().readTree(response.body());
        assertEquals(BASE + "/schema/article.json", schema.path("$id").asText());
        assertEquals(90, schema.at("/properties/title/maxLength").asInt());
    }

    @Test
    void manifestNamesIconsThatAreThere() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(get("/manifest.webmanifest").body());
        assertEquals("Error Codes Wiki", manifest.path("name").asText());
        for (JsonNode icon : manifest.path("icons")) {
            HttpResponse<byte[]> response = get(icon.path("src").asText());
            assertEquals(icon.path("type").asText(), TestWiki.header(response, "Content-Type"));
        }
    }

    @Test
    void workerKnowsTheFilesItNeeds() {
        String worker = TestWiki.text(get("/sw.js"));
        assertTrue(worker.startsWith("const ASSETS = [\"/static/app."), worker);
        assertTrue(worker.contains(Assets.url("find.js")));
        assertEquals("no-cache", TestWiki.header(get("/sw.js"), "Cache-Control"));
    }

    @Test
    void articleHasAPictureToShare() throws IOException {
        assertEquals(
                BASE + "/cards/missing-header.png",
                page("/errors/missing-header").select("meta[property=og:image]").attr("content"));
        byte[] png = get("/cards/missing-header.png").body();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1200, picture.getWidth());
        assertEquals(630, picture.getHeight());
        assertArrayEquals(png, get("/cards/missing-header.png").body());
        assertEquals(404, get("/cards/nobody.png").statusCode());
        assertEquals(404, get("/cards/missing-header.gif").statusCode());
    }

    @Test
    void pagesNameTheirWholeAddress() {
        Document article = page("/errors/missing-header");
        assertEquals(
                BASE + "/errors/missing-header",
                article.select("link[rel=canonical]").attr("href"));
        assertEquals(
                BASE + "/errors/missing-header",
                page("/errors/missing-header?origin=https%3A%2F%2Fa.example")
                        .select("link[rel=canonical]")
                        .attr("href"));
        assertTrue(
                article.select("script[type=application/ld+json]")
                        .html()
                        .contains("\"url\":\"" + BASE + "/errors/missing-header\""));
        assertTrue(
                page("/")
                        .select("script[type=application/ld+json]")
                        .html()
                        .contains("SearchAction"));
    }

    @Test
    void sharedAnswerIsListedUnderItsArticle() {
        assertEquals(
                BASE + "/errors/fetch-failed",
                page("/search?q=Failed%20to%20fetch").select("link[rel=canonical]").attr("href"));
        assertEquals(
                "noindex",
                page("/search?q=frobnicate").select("meta[name=robots]").attr("content"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/browsers/opera", "/severities/fatal"})
    void unknownListIsNotFound(String path) {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void listsLeadOn() {
        Document firefox = page("/browsers/firefox");
        assertEquals(List.of("No <header> & \"quotes\""), firefox.select(".item-title").eachText());
        assertEquals("Firefox 1", firefox.select(".jump [aria-current]").text());
        assertEquals(List.of("http-headers 1"), page("/tags/cors").select(".jump a").eachText());
        assertEquals(
                List.of("No <header> & \"quotes\""),
                page("/recent").select(".item-title").eachText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wiki.example.org", "ftp://wiki.example.org", "https://", "https://a b"})
    void addressMustBeOneOfTheWeb(String configured) {
        assertEquals(
                "\"" + configured + "\" is no address such as https://wiki.example.org",
                assertThrows(IllegalArgumentException.class, () -> Address.of(configured))
                        .getMessage());
    }
}

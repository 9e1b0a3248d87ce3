package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;
import static wiki.errorcodes.web.TestWiki.text;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

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

    private static Document page(String path) {
        return Jsoup.parse(wiki.page(path), wiki.url(path));
    }

    private static String query(String text) {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/errors/missing-header",
                "/collections/",
                "/collections",
                "/collections/cors",
                "/tags/",
                "/tags/cors",
                "/codes",
                "/about",
                "/status",
                "/search?q=fetch"
            })
    void everyPageHasOneHeadingATitleAndLandmarks(String path) {
        HttpResponse<byte[]> response = wiki.get(path);
        assertEquals(200, response.statusCode());
        assertTrue(header(response, "Content-Type").startsWith("text/html"));
        Document page = Jsoup.parse(text(response));
        assertEquals(1, page.select("h1").size());
        assertFalse(page.title().isBlank());
        assertEquals("en", page.select("html").attr("lang"));
        assertEquals(1, page.select("main#main").size());
        assertEquals("#main", page.select("a.skip").attr("href"));
        assertEquals(
                List.of(),
                page
                        .select("[style], script:not([src]):not([type=application/ld+json]), style")
                        .stream()
                        .toList());
        page.select("input:not([type=hidden]), textarea")
                .forEach(
                        field ->
                                assertEquals(
                                        1, page.select("label[for=" + field.id() + "]").size()));
    }

    @Test
    void homeOffersThePasteBoxAndTheCollections() {
        Document page = page("/");
        assertEquals("/search", page.select("form.paste").attr("action"));
        assertEquals("post", page.select("form.paste").attr("method"));
        assertEquals(List.of("CORS", "Net"), page.select(".card-title").eachText());
        assertEquals(
                List.of("No <header> & \"quotes\""),
                page.select("section:has(#recent-title) .item-title").eachText());
    }

    @Test
    void articleShowsEverythingInTheModel() {
        Document page = page("/errors/missing-header");
        assertEquals("No <header> & \"quotes\"", page.select("h1").text());
        assertEquals(
                List.of("Collections", "CORS", "No <header> & \"quotes\""),
                page.select(".crumbs li").eachText());
        assertEquals(
                List.of("error", "Chrome", "Firefox"),
                page.select("article > .badges .badge").eachText());
        assertEquals("Why does it happen?", page.select(".answer-question").text());
        assertEquals("https://app.example.com", page.select(".answer-text .value").text());
        assertEquals(
                "Fetch failed", page.select(".answer-text a[href=/errors/fetch-failed]").text());
        assertEquals("Firefox up to 99", page.select(".wordings .versions").text());
        assertEquals("kMissingAllowOriginHeader", page.select(".code-list code").text());
        assertEquals(
                List.of("Overview", "Key details", "Common causes", "Steps", "Fixes", "FAQ"),
                page.select("article h2").eachText().stream()
                        .filter(
                                heading ->
                                        !List.of(
                                                        "What browsers print",
                                                        "Not to be confused with",
                                                        "Sources")
                                                .contains(heading))
                        .toList());
        assertEquals(1, page.select(".steps ol > li").size());
        assertEquals(
                "add_header Access-Control-Allow-Origin \"https://app.example.com\" always;",
                page.select("code.language-nginx").text());
        assertEquals("Look at the line above.", page.select(".apart dd").text());
        assertEquals("Fetch failed", page.select(".related a").text());
        assertEquals(List.of("cors", "http-headers"), page.select("article .tags a").eachText());
        assertEquals("2026-11-23", page.select("time").attr("datetime"));
        assertEquals(
                "https://fetch.spec.whatwg.org/",
                page.select("section:has(#sources) a").attr("href"));
        page.select(".contents a")
                .forEach(
                        link ->
                                assertEquals(
                                        1,
                                        page.select("[id=" + link.attr("href").substring(1) + "]")
                                                .size(),
                                        link.attr("href")));
        String data = page.select("script[type=application/ld+json]").html();
        assertTrue(
                data.contains("\"@type\":\"TechArticle\"")
                        && data.contains("\"@type\":\"BreadcrumbList\""),
                data);
        assertTrue(data.contains("\\u003cheader\\u003e"), data);
    }

    @Test
    void questionsOfAVagueMessageLeadOn() {
        assertEquals(
                "No <header> & \"quotes\"",
                page("/errors/fetch-failed")
                        .select(".decide a[href=/errors/missing-header]")
                        .text());
    }

    @Test
    void pasteIsAnsweredWithItsOwnValues() {
        Document page = page(query(TestWiki.MISSING_HEADER));
        assertEquals("No <header> & \"quotes\"", page.select(".finding h2").text());
        assertEquals(
                "https://shop.example.org", page.select(".finding .answer-text .value-own").text());
        assertEquals(
                TestWiki.MISSING_HEADER.replaceAll("\\.$", ""),
                page.selectFirst(".pasted").wholeText().strip().replaceAll("\\.$", ""));
        assertEquals(
                List.of("fetch", "https://api.example.com/orders", "https://shop.example.org"),
                page.select(".pasted mark.captured").eachText());
        assertEquals(List.of("initiator", "url", "origin"), page.select(".values dt").eachText());
    }

    @Test
    void consequenceComesAfterItsCause() {
        Document page =
                page(
                        query(
                                "Uncaught (in promise) TypeError: Failed to fetch\n"
                                        + TestWiki.MISSING_HEADER));
        assertEquals(
                List.of("No <header> & \"quotes\"", "Fetch failed"),
                page.select(".finding h2").eachText());
        assertEquals(
                "A consequence of: No <header> & \"quotes\"",
                page.select(".finding-consequence > .finding-note").text());
    }

    @Test
    void noMatchIsSaidPlainly() {
        assertEquals(
                "No article matches this error",
                page(query("npm ERR! code ELIFECYCLE")).select("h1").text());
        assertTrue(
                page(query("npm ERR! code ELIFECYCLE"))
                        .text()
                        .contains("this looks like an npm error"));
    }

    @Test
    void shortPasteOfTheFormGetsAnAddressToShare() {
        HttpResponse<byte[]> response =
                wiki.post(
                        "/search",
                        "application/x-www-form-urlencoded",
                        "q=Failed+to+fetch%0D%0Ahere");
        assertEquals(303, response.statusCode());
        assertEquals("/search?q=Failed+to+fetch%0Ahere", header(response, "Location"));
    }

    @Test
    void secretsDoNotGetIntoAnAddressAndTheAnswerSaysSo() {
        HttpResponse<byte[]> response =
                wiki.post(
                        "/search",
                        "application/x-www-form-urlencoded",
                        "q="
                                + URLEncoder.encode(
                                        "Authorization: Bearer abc123def456\nFailed to fetch",
                                        StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode());
        assertTrue(text(response).contains("Your paste contains 1 × authorization value."));
    }

    @Test
    void longPasteOfTheFormIsAnsweredAtOnce() {
        String paste = "x".repeat(2000) + "\n" + TestWiki.MISSING_HEADER;
        HttpResponse<byte[]> response =
                wiki.post(
                        "/search",
                        "application/x-www-form-urlencoded",
                        "q=" + URLEncoder.encode(paste, StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode());
        assertEquals(
                "No <header> & \"quotes\"",
                Jsoup.parse(text(response)).select(".finding h2").text());
    }

    @Test
    void tooLongOrOddFormsAreRefused() {
        assertEquals(
                413,
                wiki.post(
                                "/search",
                                "application/x-www-form-urlencoded",
                                "q=" + "a".repeat(300_000))
                        .statusCode());
        assertEquals(
                413,
                wiki.post("/search", "application/x-www-form-urlencoded", "q=" + "a".repeat(70_000))
                        .statusCode());
        assertEquals(415, wiki.post("/search", "text/plain", "q=a").statusCode());
        assertEquals(
                303, wiki.post("/search", "application/x-www-form-urlencoded", "q=").statusCode());
        assertEquals(
                400,
                wiki.post("/search", "application/x-www-form-urlencoded", "q=%zz").statusCode());
        assertEquals(414, wiki.get("/search?q=" + "a".repeat(5000)).statusCode());
    }

    @Test
    void nothingAUserSentReachesAPageUnescaped() {
        String attack =
                "<script>alert(1)</script><img src=x onerror=alert(1)>\" onfocus=alert(1) '";
        for (String path :
                List.of(
                        query(attack),
                        query(
                                attack
                                        + "\n"
                                        + TestWiki.MISSING_HEADER.replace(
                                                "https://shop.example.org", attack)),
                        "/errors/"
                                + URLEncoder.encode(attack, StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                        "/tags/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                        "/code/%3Cimg%20src=x%20onerror=alert(1)%3E")) {
            Document page = Jsoup.parse(wiki.page(path));
            assertEquals(
                    0,
                    page.select(
                                    "script:not([src]):not([type=application/ld+json]), img, [onerror], [onfocus]")
                            .size(),
                    path);
        }
    }

    @Test
    void codesAreListedByBrowserAndLeadToTheirArticle() {
        Document page = page("/codes");
        assertEquals(
                List.of("net::ERR_FAILED", "kMissingAllowOriginHeader"),
                page.select("td code").eachText());
        for (String spelling : List.of("net::ERR_FAILED", "ERR_FAILED", "err_failed", "-2")) {
            HttpResponse<byte[]> response = wiki.get("/code/" + spelling);
            assertEquals(302, response.statusCode());
            assertEquals("/errors/fetch-failed", header(response, "Location"));
        }
    }

    @Test
    void unknownAddressSearchesForWhatWasAsked() {
        for (String path :
                List.of("/errors/fetch-faild", "/code/ERR_FAILED_TO_FETCH", "/fetch-failed.html")) {
            HttpResponse<byte[]> response = wiki.get(path);
            assertEquals(404, response.statusCode(), path);
            assertTrue(
                    Jsoup.parse(text(response))
                            .select(".item-title")
                            .eachText()
                            .contains("Fetch failed"),
                    path);
        }
        assertEquals(404, wiki.get("/collections/nope").statusCode());
        assertEquals(404, wiki.get("/tags/nope").statusCode());
        assertEquals(404, wiki.get("/static/app.css").statusCode());
    }

    @Test
    void oldSlugsRedirectForEver() {
        assertEquals("/errors/missing-header", header(wiki.get("/errors/old-name"), "Location"));
        for (String[] moved :
                new String[][] {
                    {"/errors/old-name", "/errors/missing-header"},
                    {"/errors/old-name?origin=x", "/errors/missing-header?origin=x"},
                    {"/errors/old-name.md", "/errors/missing-header.md"},
                    {"/api/v1/articles/old-name", "/api/v1/articles/missing-header"}
                }) {
            HttpResponse<byte[]> answer = wiki.get(moved[0]);
            assertEquals(308, answer.statusCode());
            assertEquals(moved[1], TestWiki.header(answer, "Location"));
        }
        assertEquals(
                "/errors/missing-header.md", header(wiki.get("/errors/old-name.md"), "Location"));
        assertEquals(
                "/api/v1/articles/missing-header",
                header(wiki.get("/api/v1/articles/old-name"), "Location"));
    }

    @Test
    void statusSaysWhatIsWrong() {
        assertTrue(page("/status").text().contains("Nothing is wrong with the articles."));
    }

    @Test
    void otherResultsAreNarrowedByLinks() {
        String search = "/search?q=net::ERR_FAILED+header";
        String others = "section:has(#others) .item-title";
        Document page = page(search);
        assertEquals(List.of("No <header> & \"quotes\""), page.select(others).eachText());
        String firefox = page.select(".jump a:containsOwn(Firefox)").attr("href");
        assertEquals(page.select(others).eachText(), page(firefox).select(others).eachText());
        assertEquals("Firefox", page(firefox).select(".jump [aria-current]").text());
        Document safari = page(search + "&browser=safari");
        assertEquals(List.of(), safari.select(others).eachText());
        assertTrue(safari.select("section:has(#others)").text().contains("None of them."));
        assertEquals(400, wiki.get("/search?q=x&severity=fatal").statusCode());
    }

    /** Who pasted a whole message gets what its article is related to; who searches on, results. */
    @Test
    void provedAnswerIsFollowedByWhatItsArticleIsRelatedTo() {
        String related = "section:has(#related) .item-title";
        Document proved = page(query(TestWiki.MISSING_HEADER));
        assertEquals(List.of("Fetch failed"), proved.select(related).eachText());
        assertEquals(List.of(), proved.select("#others").eachText());
        Document narrowed = page(query(TestWiki.MISSING_HEADER) + "&browser=chrome");
        assertEquals(List.of(), narrowed.select("#related").eachText());
        assertEquals(
                List.of("Fetch failed"),
                narrowed.select("section:has(#others) .item-title").eachText());
        assertEquals(List.of(), page("/search?q=origin").select("#related").eachText());
    }

    /** What is served lies in memory and in the index. */
    @Test
    void noRequestNeedsTheContentFolder(@TempDir Path own) throws IOException {
        try (TestWiki bare = new TestWiki(own)) {
            Path content = own.resolve("content");
            Files.move(content, own.resolve("elsewhere"));
            assertFalse(Files.exists(content));
            for (String path :
                    List.of(
                            "/",
                            "/errors/missing-header",
                            "/errors/missing-header?origin=https://shop.example.org",
                            "/errors/missing-header.md",
                            "/collections/cors",
                            "/tags/cors",
                            "/codes",
                            "/status",
                            "/recent",
                            "/sitemap.xml",
                            "/feed.atom",
                            "/api/v1/articles/missing-header",
                            "/api/v1/search?q=fetch",
                            query(TestWiki.MISSING_HEADER))) {
                assertEquals(200, bare.get(path).statusCode(), path);
            }
            assertTrue(bare.page(query(TestWiki.MISSING_HEADER)).contains("### nginx"));
        }
    }
}

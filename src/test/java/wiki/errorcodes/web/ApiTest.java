package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {

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

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertProblem(int status, String detail, HttpResponse<byte[]> response) {
        assertEquals(status, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals(status, json(response).path("status").asInt());
        assertTrue(
                json(response).path("detail").asText().contains(detail), json(response).toString());
    }

    @Test
    void searchGivesResultsWithTheirEvidence() {
        JsonNode answer =
                json(
                        wiki.get(
                                "/api/v1/search?q="
                                        + URLEncoder.encode(
                                                TestWiki.MISSING_HEADER, StandardCharsets.UTF_8)));
        assertEquals(TestWiki.MISSING_HEADER, answer.path("query").asText());
        JsonNode hit = answer.path("results").path(0);
        assertEquals("missing-header", hit.path("slug").asText());
        assertEquals("No <header> & \"quotes\"", hit.path("title").asText());
        assertEquals("/errors/missing-header", hit.path("url").asText());
        assertEquals("cors", hit.path("collection").asText());
        assertEquals("error", hit.path("severity").asText());
        assertEquals("signature", hit.path("evidence").asText());
        assertTrue(
                hit.path("confidence").asDouble() > 0.9 && hit.path("confidence").asDouble() <= 1);
        assertTrue(
                hit.path("snippet_html")
                        .asText()
                        .startsWith("<mark>Access to fetch at &#39;https://"));
        assertEquals("Why does it happen?", hit.path("quick_answer").path("question").asText());
        assertTrue(
                hit.path("quick_answer")
                        .path("answer_html")
                        .asText()
                        .contains(
                                "<span class=\"value value-own\">https://shop.example.org</span>"));
    }

    @Test
    void searchIsNarrowedAndLimited() {
        assertEquals(1, json(wiki.get("/api/v1/search?q=test&limit=1")).path("results").size());
        assertEquals(
                "fetch-failed",
                json(wiki.get("/api/v1/search?q=test&collection=net"))
                        .path("results")
                        .path(0)
                        .path("slug")
                        .asText());
        assertEquals(
                "missing-header",
                json(wiki.get("/api/v1/search?q=header&browser=firefox"))
                        .path("results")
                        .path(0)
                        .path("slug")
                        .asText());
    }

    @Test
    void wrongParametersAreExplained() {
        assertProblem(400, "?q=", wiki.get("/api/v1/search"));
        assertProblem(400, "1 to 100", wiki.get("/api/v1/search?q=x&limit=0"));
        assertProblem(400, "not \"many\"", wiki.get("/api/v1/search?q=x&limit=many"));
        assertProblem(400, "there are cors, net", wiki.get("/api/v1/search?q=x&collection=nope"));
        assertProblem(400, "chrome, firefox, safari", wiki.get("/api/v1/search?q=x&browser=opera"));
        assertProblem(400, "at most 4000", wiki.get("/api/v1/search?q=" + "a".repeat(4001)));
        assertProblem(404, "nope", wiki.get("/api/v1/articles/nope"));
        assertProblem(404, "/api/nope", wiki.get("/api/nope"));
    }

    @Test
    void explainGivesEachErrorCausesFirst() {
        JsonNode errors =
                json(wiki.post(
                                "/api/v1/explain",
                                "text/plain",
                                "TypeError: Failed to fetch\n"
                                        + TestWiki.MISSING_HEADER
                                        + "\nTypeError: Failed to fetch\n"))
                        .path("errors");
        assertEquals(2, errors.size());
        assertEquals("match", errors.path(0).path("verdict").asText());
        assertEquals(2, errors.path(0).path("line").asInt());
        assertEquals(
                "https://shop.example.org",
                errors.path(0).path("matches").path(0).path("captures").path("origin").asText());
        assertEquals(
                "chrome",
                errors.path(0).path("matches").path(0).path("wording").path("browser").asText());
        assertEquals("Failed to fetch", errors.path(1).path("text").asText());
        assertEquals(2, errors.path(1).path("count").asInt());
        assertEquals("missing-header", errors.path(1).path("consequence_of").asText());
    }

    @Test
    void explainSaysNoneWhenItKnowsNothing() {
        JsonNode error =
                json(wiki.post(
                                "/api/v1/explain",
                                "text/plain; charset=utf-8",
                                "npm ERR! code ELIFECYCLE"))
                        .path("errors")
                        .path(0);
        assertEquals("none", error.path("verdict").asText());
        assertEquals("this looks like an npm error", error.path("recognised").asText());
    }

    @Test
    void explainTakesTextOnly() {
        assertProblem(415, "text/plain", wiki.post("/api/v1/explain", "application/json", "{}"));
        assertProblem(400, "body", wiki.post("/api/v1/explain", "text/plain", ""));
        assertProblem(400, "zero bytes", wiki.post("/api/v1/explain", "text/plain", "a\0b"));
        byte[] latin = {'a', (byte) 0xE9, 'b'};
        assertProblem(
                400,
                "UTF-8",
                wiki.send(
                        wiki.request("/api/v1/explain")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(latin))));
    }

    @Test
    void pasteOfTheLargestSizeIsReadAndALargerOneRefused() {
        String largest = "é".repeat(RequestBody.LARGEST / 2);
        assertEquals(200, wiki.post("/api/v1/explain", "text/plain", largest).statusCode());
        assertProblem(413, "64 KiB", wiki.post("/api/v1/explain", "text/plain", largest + "a"));
    }

    @Test
    void chunkedBodyIsRefusedAtTheLimitToo() {
        HttpRequest.BodyPublisher endless =
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[200_000]));
        assertProblem(
                413,
                "64 KiB",
                wiki.send(
                        wiki.request("/api/v1/explain")
                                .header("Content-Type", "text/plain")
                                .POST(endless)));
    }

    @Test
    void suggestionsCompleteWhatIsTyped() {
        JsonNode suggestions = json(wiki.get("/api/v1/suggest?q=err_f")).path("suggestions");
        assertEquals("code", suggestions.path(0).path("kind").asText());
        assertEquals("net::ERR_FAILED", suggestions.path(0).path("text").asText());
        assertEquals("/errors/fetch-failed", suggestions.path(0).path("url").asText());
        assertEquals(
                "title",
                json(wiki.get("/api/v1/suggest?q=Fetch"))
                        .path("suggestions")
                        .path(0)
                        .path("kind")
                        .asText());
        assertEquals(0, json(wiki.get("/api/v1/suggest?q=")).path("suggestions").size());
    }

    @Test
    void articleComesWithEverything() {
        HttpResponse<byte[]> response = wiki.get("/api/v1/articles/missing-header");
        JsonNode article = json(response);
        assertEquals("No <header> & \"quotes\"", article.path("title").asText());
        assertEquals(
                "kMissingAllowOriginHeader",
                article.path("codes").path(0).path("identifier").asText());
        assertEquals(99, article.path("messages").path(1).path("until").asInt());
        assertEquals("quick_answer", article.path("sections").path(0).path("kind").asText());
        assertEquals(
                "nginx",
                article.path("sections").path(5).path("parts").path(0).path("heading").asText());
        assertEquals(
                "Look at the line above.",
                article.path("tell_apart").path("fetch-failed").asText());
        assertEquals(
                304,
                wiki.send(
                                wiki.request("/api/v1/articles/missing-header")
                                        .header("If-None-Match", header(response, "ETag")))
                        .statusCode());
    }
}

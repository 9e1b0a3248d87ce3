package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that no client library sends, byte by byte, and others that lead elsewhere or nowhere.
 */
class RefusalsTest {

    private static final String EXPLAIN =
            "POST /api/v1/explain HTTP/1.1\r\nHost: wiki.test\r\nContent-Type: text/plain\r\n";
    private static final int TIMEOUT_MILLIS = 5_000;

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

    /** Sends bytes as they are, and returns what comes up to the end of the head at least. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wiki.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (answer.indexOf("\r\n\r\n") < 0) {
                int read = in.read(buffer);
                if (read < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    private static String rawGet(String path) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: wiki.test\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/a%00b", "/../etc/passwd", "/<script>alert(1)</script>"})
    void addressThatCannotBeReadIsAnsweredLikeAnyOther(String path) throws IOException {
        String answer = rawGet(path);
        assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        assertFalse(answer.contains("Server:") || answer.contains("<script>alert"), answer);
    }

    @Test
    void headThatIsTooLongIsAnsweredLikeAnyOther() throws IOException {
        String answer = rawGet("/search?q=" + "a".repeat(60_000));
        assertTrue(answer.startsWith("HTTP/1.1 414"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
    }

    @Test
    void announcedExcessIsRefusedBeforeItComes() throws IOException {
        String answer = raw(EXPLAIN + "Content-Length: 10000000\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @Test
    void chunksWithoutEndAreRefusedAtTheLimit() throws IOException {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        // More could follow: the answer does not wait for it.
        String answer = raw(EXPLAIN + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5));
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.test/", "/%5Cevil.test/A/", "/%2F%2Fevil.test/A"})
    void noRedirectLeadsAway(String path) throws IOException {
        String answer = rawGet(path);
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertFalse(answer.contains("Location:"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/errors/missing-header/, /errors/missing-header",
        "/Errors/Missing-Header?a=B, /errors/missing-header?a=B",
        "/tags/cors/, /tags/cors",
        "/CODES, /codes"
    })
    void otherSpellingLeadsToTheRightOne(String from, String to) {
        HttpResponse<byte[]> response = wiki.get(from);
        assertEquals(308, response.statusCode());
        assertEquals(to, header(response, "Location"));
    }

    @Test
    void wrongMethodIsToldTheRightOne() {
        HttpResponse<byte[]> page = wiki.post("/about", "text/plain", "x");
        assertEquals(405, page.statusCode());
        assertEquals("GET, HEAD", header(page, "Allow"));
        assertEquals("Method not allowed", Jsoup.parse(TestWiki.text(page)).select("h1").text());
        HttpResponse<byte[]> program = wiki.get("/api/v1/explain");
        assertEquals(405, program.statusCode());
        assertEquals("POST", header(program, "Allow"));
        assertEquals("application/problem+json", header(program, "Content-Type"));
    }

    @Test
    void frameworkSaysNothingToReaders() {
        for (String path : new String[] {"/nothing", "/a/b/c", "/errors", "/code/"}) {
            String page = wiki.page(path);
            assertFalse(page.contains("Endpoint") || page.contains("Exception"), page);
            assertEquals(404, wiki.get(path).statusCode(), path);
        }
    }

    @Test
    void oddAcceptEncodingIsNoError() {
        for (String accepted : new String[] {";;,,q", ",", ";", "gzip;q=0, br;q=0"}) {
            HttpResponse<byte[]> response =
                    wiki.send(
                            wiki.request("/search?q=fetch+failed")
                                    .header("Accept-Encoding", accepted));
            assertEquals(200, response.statusCode(), accepted);
            assertEquals("", header(response, "Content-Encoding"), accepted);
        }
    }

    @Test
    void clientThatSendsTooMuchStillGetsItsAnswer() {
        String tooMuch = "x".repeat(10 * RequestBody.LARGEST);
        for (int i = 0; i < 50; i++) {
            assertEquals(413, wiki.post("/api/v1/explain", "text/plain", tooMuch).statusCode());
            assertEquals(415, wiki.post("/api/v1/explain", "image/png", tooMuch).statusCode());
        }
    }
}

package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered at once is what the routes answer. */
class ShortAnswersTest {

    private static final String EXPLAIN = "/api/v1/explain";

    /** A parameter that says nothing leads to the routes. */
    private static final String ROUTED = "&by=the-routes";

    private static final String SECRET = "GET https://user:hunter2@example.com/ net::ERR_FAILED";

    @TempDir private static Path folder;
    private static TestWiki wiki;

    @BeforeAll
    static void start() throws IOException {
        wiki = new TestWiki(folder);
        // Until the search is read, the routes answer everything.
        wiki.get("/search?q=words+of+no+article");
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    private static String search(String paste) {
        return "/search?q=" + URLEncoder.encode(paste, StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = wiki.request(path);
        return wiki.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<byte[]> explain(HttpRequest.BodyPublisher body) {
        return wiki.send(
                wiki.request(EXPLAIN)
                        .header("Content-Type", "Text/Plain ; charset=utf-8")
                        .header("Accept-Encoding", "gzip")
                        .POST(body));
    }

    private static void assertSame(HttpResponse<byte[]> routed, HttpResponse<byte[]> atOnce) {
        assertEquals(routed.statusCode(), atOnce.statusCode());
        assertEquals(told(routed), told(atOnce));
        assertTrue(Arrays.equals(routed.body(), atOnce.body()));
    }

    private static Map<String, Object> told(HttpResponse<?> response) {
        Map<String, Object> told = new TreeMap<>(response.headers().map());
        told.remove("date");
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestWiki.MISSING_HEADER,
                "ERR_FAILED",
                "<script>alert(1)</script>",
                SECRET,
                "npm ERR! code ELIFECYCLE",
                "キャッシュ\n\tat x"
            })
    void answerIsThatOfTheRoutes(String paste) {
        for (String accepted : new String[] {"identity", "gzip", "gzip, deflate, br, zstd"}) {
            assertSame(
                    get(search(paste) + ROUTED, "Accept-Encoding", accepted),
                    get(search(paste), "Accept-Encoding", accepted));
        }
        byte[] body = paste.getBytes(StandardCharsets.UTF_8);
        assertSame(
                explain(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body))),
                explain(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    void httpsIsKeptBehindAProxy() {
        String path = search(TestWiki.MISSING_HEADER);
        String[] https = {"X-Forwarded-Proto", "https"};
        assertSame(get(path + ROUTED, https), get(path, https));
    }

    @Test
    void headHasNoBody() {
        HttpResponse<byte[]> head =
                wiki.send(
                        wiki.request(search("ERR_FAILED"))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
    }

    @ParameterizedTest
    @CsvSource({"/search?q=%20, 302", "/search?q=, 302", "/search, 302", "/search?q=%zz, 302"})
    void whatIsNoPasteIsLeftToTheRoutes(String path, int status) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wiki.port())) {
            write(socket, "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
            assertEquals("HTTP/1.1 " + status, read(socket).substring(0, 12));
        }
    }

    @Test
    void longestQueryIsAnsweredAndALongerOneRefused() {
        assertEquals(200, get(search("x".repeat(Api.LONGEST_QUERY))).statusCode());
        assertEquals(414, get(search("x".repeat(Api.LONGEST_QUERY + 1))).statusCode());
    }

    @Test
    void bodyThatComesInPiecesIsReadToItsEnd() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", wiki.port())) {
            socket.setTcpNoDelay(true);
            byte[] body = TestWiki.MISSING_HEADER.getBytes(StandardCharsets.UTF_8);
            write(
                    socket,
                    "POST "
                            + EXPLAIN
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: text/plain\r\nContent-Length: "
                            + body.length
                            + "\r\n\r\n");
            OutputStream out = socket.getOutputStream();
            out.write(body, 0, body.length / 2);
            out.flush();
            // Another answer proves that the first half is read and nobody waits for the second.
            assertEquals(200, get(search("ERR_FAILED")).statusCode());
            out.write(body, body.length / 2, body.length - body.length / 2);
            out.flush();
            assertTrue(read(socket).contains("\"slug\":\"missing-header\""));
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

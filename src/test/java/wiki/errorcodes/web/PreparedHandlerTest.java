package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedHandlerTest {

    private static final String ARTICLE = "/errors/missing-header";

    /** A query nobody asked for leads past the handler, to the routes. */
    private static final String ROUTED = "?by=the-routes";

    @TempDir private Path folder;
    private TestWiki wiki;

    @BeforeEach
    void start() throws IOException {
        wiki = new TestWiki(folder);
    }

    @AfterEach
    void stop() {
        wiki.close();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = wiki.request(path).header("Accept-Encoding", "br, gzip");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Map<String, Object> told(HttpHeaders headers) {
        Map<String, Object> told = new TreeMap<>(headers.map());
        told.remove("date");
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTICLE, "/", "/collections/", "/about", "/feed.atom", "/codes"})
    void preparedPageIsThatOfTheRoutes(String path) {
        HttpResponse<byte[]> routed = wiki.send(request(path + ROUTED));
        HttpResponse<byte[]> prepared = wiki.send(request(path));
        assertEquals(200, prepared.statusCode());
        assertEquals(told(routed.headers()), told(prepared.headers()));
        assertTrue(Arrays.equals(routed.body(), prepared.body()));
    }

    @Test
    void knownPageIsThatOfTheRoutes() {
        String tag = TestWiki.header(wiki.send(request(ARTICLE)), "ETag");
        HttpResponse<byte[]> routed =
                wiki.send(request(ARTICLE + ROUTED, "If-None-Match", "\"x\", W/" + tag));
        HttpResponse<byte[]> prepared =
                wiki.send(request(ARTICLE, "If-None-Match", "\"x\", W/" + tag));
        assertEquals(304, routed.statusCode());
        assertEquals(304, prepared.statusCode());
        Map<String, Object> headers = told(routed.headers());
        // The framework names a media type, of nothing.
        headers.remove("content-type");
        assertEquals(headers, told(prepared.headers()));
    }

    @Test
    void headOfAPreparedPageNamesItsLength() {
        HttpResponse<byte[]> get = wiki.send(request(ARTICLE));
        HttpResponse<byte[]> head =
                wiki.send(request(ARTICLE).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(told(get.headers()), told(head.headers()));
        assertEquals(0, head.body().length);
    }

    @Test
    void httpsIsKeptBehindAProxy() {
        wiki.send(request(ARTICLE));
        HttpResponse<byte[]> https = wiki.send(request(ARTICLE, "X-Forwarded-Proto", "https"));
        assertEquals("max-age=63072000", TestWiki.header(https, "Strict-Transport-Security"));
        assertFalse(
                wiki.send(request(ARTICLE))
                        .headers()
                        .firstValue("Strict-Transport-Security")
                        .isPresent());
    }

    @Test
    void otherMethodsReachTheRoutes() {
        wiki.send(request(ARTICLE));
        assertEquals(405, wiki.post(ARTICLE, "text/plain", "x").statusCode());
    }

    @Test
    void preparedPageAllocatesNextToNothing() throws IOException {
        String request =
                "GET " + ARTICLE + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", wiki.port())) {
            int length = firstAnswer(socket, bytes);
            exchange(socket, bytes, length, 2_000);
            long before = allocated();
            exchange(socket, bytes, length, 1_000);
            long perRequest = (allocated() - before) / 1_000;
            assertTrue(perRequest <= 4096, perRequest + " bytes for a request");
        }
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Returns the length of an answer, head and body; every one after the first has it. */
    private int firstAnswer(Socket socket, byte[] request) throws IOException {
        wiki.send(wiki.request(ARTICLE).header("Accept-Encoding", "gzip"));
        socket.getOutputStream().write(request);
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int body =
                Integer.parseInt(
                        head.toString().replaceFirst("(?is).*content-length: ([0-9]+).*", "$1"));
        assertEquals(body, in.readNBytes(body).length);
        return head.length() + body;
    }

    private static void exchange(Socket socket, byte[] request, int length, int times)
            throws IOException {
        byte[] answer = new byte[length];
        for (int i = 0; i < times; i++) {
            socket.getOutputStream().write(request);
            assertEquals(length, socket.getInputStream().readNBytes(answer, 0, length));
        }
    }
}

package wiki.errorcodes.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Span;

class ExternalLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;

    /** {@code /200} answers 200, {@code /301/200} moves to {@code /200}. */
    @BeforeEach
    void serve() throws IOException {
        threads = Executors.newFixedThreadPool(16);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                    String path = exchange.getRequestURI().getPath();
                    asked.add(exchange.getRequestMethod() + " " + path);
                    String[] steps = path.substring(1).split("/", 2);
                    boolean get = exchange.getRequestMethod().equals("GET");
                    int status =
                            steps[0].equals("get") ? get ? 200 : 405 : Integer.parseInt(steps[0]);
                    if (status / 100 == 3) {
                        exchange.getResponseHeaders().add("Location", "/" + steps[1]);
                    }
                    if (!"errorwiki".equals(exchange.getRequestHeaders().getFirst("User-Agent"))) {
                        status = 403;
                    }
                    open.decrementAndGet();
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private List<String> check(Instant now, String... urls) throws IOException {
        List<ExternalLinks.Place> places =
                IntStream.range(0, urls.length)
                        .mapToObj(
                                i ->
                                        new ExternalLinks.Place(
                                                URI.create(urls[i]),
                                                "a/b.md",
                                                new Span(i + 1, 1, 9)))
                        .toList();
        return new ExternalLinks(folder.resolve("links.json"), Duration.ZERO, now)
                .check(places).stream()
                        .map(ExternalLinksTest::text)
                        .map(text -> text.replace(url(""), ""))
                        .toList();
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.severity().label()
                + " "
                + diagnostic.message()
                + (diagnostic.hint().isEmpty() ? "" : " / " + diagnostic.hint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/404|warning /404 answers 404 / link to where the page is now, or remove the link",
                "/410|warning /410 answers 410 / link to where the page is now, or remove the link",
                "/500|info /500 answers 500",
                "/403|info /403 answers 403",
                "/302/404|warning /302/404 answers 404 / link to where the page is now, or remove the link",
                "/301/200|info /301/200 has moved for good / write /200",
                "/308/302/200|info /308/302/200 has moved for good / write /302/200",
                "/302/302/302/302/302/302/200|info /302/302/302/302/302/302/200 redirects more than 5 times",
            })
    void answerThatIsNotWellIsReported(String path, String report) throws IOException {
        assertEquals(List.of(report), check(NOW, url(path)));
    }

    @ParameterizedTest
    @CsvSource({"/200", "/204", "/302/200", "/302/301/200", "/302/302/302/302/302/200", "/get"})
    void answerThatIsWellIsNot(String path) throws IOException {
        assertEquals(List.of(), check(NOW, url(path)));
    }

    @Test
    void hostThatDoesNotExistIsAWarning() throws IOException {
        assertEquals(
                List.of(
                        "warning http://nowhere.invalid/ has a host that does not exist"
                                + " / link to where the page is now, or remove the link"),
                check(NOW, "http://nowhere.invalid/"));
    }

    @Test
    void serverThatIsDownMayComeBack() throws IOException {
        String url = url("/200");
        server.stop(0);
        assertEquals(List.of("info /200 cannot be reached"), check(NOW, url));
    }

    @Test
    void serverThatSpeaksNoTlsIsAWarning() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            threads.execute(
                    () -> {
                        try {
                            while (true) {
                                try (Socket caller = plain.accept()) {
                                    caller.getOutputStream()
                                            .write(
                                                    "HTTP/1.1 400 Bad Request\r\n\r\n"
                                                            .getBytes(UTF_8));
                                    caller.shutdownOutput();
                                    caller.getInputStream().readAllBytes();
                                }
                            }
                        } catch (IOException closed) {
                            // The test is over.
                        }
                    });
            List<String> found = check(NOW, "https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertTrue(found.get(0).startsWith("warning "), found.toString());
            assertTrue(found.get(0).contains(" has no secure connection: "), found.toString());
        }
    }

    @Test
    void eachAddressIsAskedOnceAndEachHostOneByOne() throws IOException {
        check(NOW, url("/200/a"), url("/200/b"), url("/200/a"), url("/302/200/b"), url("/get"));
        assertEquals(
                List.of(
                        "GET /get",
                        "HEAD /200/a",
                        "HEAD /200/b",
                        "HEAD /200/b",
                        "HEAD /302/200/b",
                        "HEAD /get"),
                asked.stream().sorted().toList());
        assertEquals(1, mostOpen.get());
    }

    @Test
    void goodAnswersCountForAWeekBadOnesForADay() throws IOException {
        check(NOW, url("/200"), url("/404"));
        assertEquals(2, asked.size());
        assertEquals(1, check(NOW.plus(Duration.ofHours(23)), url("/200"), url("/404")).size());
        assertEquals(2, asked.size());
        assertEquals(1, check(NOW.plus(Duration.ofHours(25)), url("/200"), url("/404")).size());
        assertEquals("HEAD /404", asked.get(2));
        assertEquals(3, asked.size());
        check(NOW.plus(Duration.ofDays(8)), url("/200"));
        assertEquals("HEAD /200", asked.get(3));
    }

    @Test
    void damagedMemoryIsForgotten() throws IOException {
        Files.writeString(folder.resolve("links.json"), "{\"http");
        assertEquals(List.of(), check(NOW, url("/200")));
    }

    @Test
    void linksAndSourcesAreFoundButNoExamples() {
        String text =
                TestArticles.article(
                                "A",
                                """
                                sources:
                                  - title: One
                                    url: https://one.errorwiki.dev/a#b
                                  - title: Two
                                    url: "http://two.errorwiki.dev/"
                                """)
                        .replace(
                                "What happened.",
                                "See <https://three.errorwiki.dev/>, [it](https://four.errorwiki.dev/x#y), [b](b.md),"
                                        + " [an example](https://api.example.com/), https://localhost:3000/ and"
                                        + " [yours](https://{{host}}/x).\n\n```text\nhttps://five.errorwiki.dev/\n```");
        ParsedFile file =
                ParsedFile.of(new ContentFolder.ContentFile("net/a.md", text.getBytes(UTF_8), "h"));
        assertEquals(
                List.of(
                        "https://three.errorwiki.dev/ 19:6",
                        "https://four.errorwiki.dev/x 19:42",
                        "https://one.errorwiki.dev/a 6:10",
                        "http://two.errorwiki.dev/ 8:11"),
                ExternalLinks.places(List.of(file), Map.of(file.path(), file.markdown())).stream()
                        .map(
                                place ->
                                        place.url()
                                                + " "
                                                + place.span().line()
                                                + ":"
                                                + place.span().column())
                        .toList());
    }
}

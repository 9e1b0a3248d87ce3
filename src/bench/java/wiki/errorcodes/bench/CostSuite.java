package wiki.errorcodes.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;
import wiki.errorcodes.web.Address;
import wiki.errorcodes.web.WebServer;

/**
 * What a request costs apart from time, and so the same on every machine: memory that the server's
 * threads allocate for it, statements sent to the database, bytes on the wire, memory that is kept
 * for an open connection. The folder with the articles is gone while they are answered: no request
 * may need it.
 */
final class CostSuite implements Bench.Suite {

    private static final int ARTICLES = 300;
    private static final String ARTICLE = "/errors/cors-preflight-request-failed";
    private static final String BROWSER = "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Figures.Row> rows = new ArrayList<>();
    private final List<Figures.Check> checks = new ArrayList<>();

    @Override
    public Figures run(boolean brief) throws IOException {
        Path folder = Files.createTempDirectory("errorwiki-bench");
        CountingDriver.register();
        try {
            Path content = folder.resolve("content");
            GrownWiki.write(content, ARTICLES);
            Site site = SiteBuilder.build(content, folder.resolve("data"));
            List<String> pastes = GrownWiki.pastes(site.library(), brief ? 200 : 1_000);
            int unlimited = 0;
            try (WebServer server =
                    WebServer.start(
                            new LiveSite(site),
                            "127.0.0.1",
                            0,
                            Address.UNKNOWN,
                            Optional.empty(),
                            unlimited)) {
                Folders.delete(content);
                server.warm();
                measure(server.port(), pastes, brief ? 10 : 50);
                connections(server.port(), brief ? 100 : 500);
            }
        } finally {
            Folders.delete(folder);
        }
        return new Figures(
                "cost", "What a request costs apart from time", Figures.machine(), rows, checks);
    }

    private void measure(int port, List<String> pastes, int rounds) throws IOException {
        try (Client client = new Client(port)) {
            Answer page = client.ask(get(ARTICLE, BROWSER));
            int whole = client.ask(get(ARTICLE, "")).body();
            List<byte[]> article = List.of(get(ARTICLE, BROWSER));
            List<byte[]> known =
                    List.of(get(ARTICLE, BROWSER + "If-None-Match: " + page.tag() + "\r\n"));
            List<byte[]> searches =
                    pastes.stream()
                            .map(
                                    paste ->
                                            get(
                                                    "/search?q="
                                                            + URLEncoder.encode(
                                                                    paste, StandardCharsets.UTF_8),
                                                    BROWSER))
                            .toList();
            int many = rounds * pastes.size();
            cost(client, "article page", article, many, 4 * 1024, 4 * 1024);
            cost(client, "known page (304)", known, many, 4 * 1024, 4 * 1024);
            cost(client, "answer page", searches, many, 128 * 1024, 192 * 1024);
            cost(
                    client,
                    "explain",
                    pastes.stream().map(CostSuite::explain).toList(),
                    many,
                    64 * 1024,
                    96 * 1024);
            wire("article page", page.body(), whole, 0.35);
            wire(
                    "answer page",
                    client.ask(searches.get(0)).body(),
                    client.ask(get(path(searches.get(0)), "")).body(),
                    0.6);
        }
    }

    private void cost(
            Client client, String what, List<byte[]> requests, int many, int wanted, int bound)
            throws IOException {
        for (int i = 0; i < many; i++) {
            client.ask(requests.get(i % requests.size()));
        }
        long statements = CountingDriver.statements();
        long allocated = allocated();
        for (int i = 0; i < many; i++) {
            client.ask(requests.get(i % requests.size()));
        }
        double bytes = (allocated() - allocated) / (double) many;
        double asked = (CountingDriver.statements() - statements) / (double) many;
        rows.add(new Figures.Row(what, "wiki", "bytes allocated", List.of(bytes)));
        checks.add(new Figures.Check(what + ", bytes allocated", false, bytes, wanted, bound));
        checks.add(new Figures.Check(what + ", SQL statements", false, asked, 0, 0));
    }

    /** Measures what is kept for a connection on which nothing is asked any more. */
    private void connections(int port, int many) throws IOException {
        byte[] request = get(ARTICLE, BROWSER);
        List<Client> open = new ArrayList<>();
        try {
            long before = live();
            for (int i = 0; i < many; i++) {
                Client client = new Client(port);
                open.add(client);
                for (int asked = 0; asked < 3; asked++) {
                    client.ask(request);
                }
            }
            double bytes = (live() - before) / (double) many;
            rows.add(new Figures.Row("open connection", "wiki", "bytes kept", List.of(bytes)));
            checks.add(
                    new Figures.Check(
                            "open connection, bytes kept", false, bytes, 16 * 1024, 32 * 1024));
        } finally {
            for (Client client : open) {
                client.close();
            }
        }
    }

    /** Returns how much of the heap is in use by what is still needed. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void wire(String what, int sent, int whole, double wanted) {
        rows.add(new Figures.Row(what, "wiki", "bytes on the wire", List.of((double) sent)));
        rows.add(
                new Figures.Row(
                        what, "not compressed", "bytes on the wire", List.of((double) whole)));
        checks.add(
                new Figures.Check(
                        what + ", bytes on the wire, of its size",
                        false,
                        sent / (double) whole,
                        wanted,
                        wanted));
    }

    /** Returns what every thread but this one has allocated. */
    private static long allocated() {
        long own = Thread.currentThread().getId();
        long[] others = LongStream.of(THREADS.getAllThreadIds()).filter(id -> id != own).toArray();
        return LongStream.of(THREADS.getThreadAllocatedBytes(others)).filter(one -> one > 0).sum();
    }

    private static byte[] get(String path, String fields) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String path(byte[] request) {
        return new String(request, StandardCharsets.US_ASCII).split(" ")[1];
    }

    private static byte[] explain(String paste) {
        byte[] body = paste.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /api/v1/explain HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                        + BROWSER
                        + "Content-Length: "
                        + body.length
                        + "\r\n\r\n";
        return (head + paste).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An answer, as far as it matters here.
     *
     * @param tag its ETag; empty when it has none
     * @param body its length in bytes, as sent
     */
    private record Answer(String tag, int body) {}

    /** A connection that is kept. Uses one buffer for all, so is for one thread. */
    private static final class Client implements AutoCloseable {
        private static final byte[] BUFFER = new byte[1 << 20];
        private final Socket socket;

        Client(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
        }

        Answer ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            int size = 0;
            int head = -1;
            while (head < 0) {
                size += read(in, size);
                head = headEnd(size);
            }
            String fields = new String(BUFFER, 0, head, StandardCharsets.ISO_8859_1);
            if (!fields.startsWith("HTTP/1.1 200") && !fields.startsWith("HTTP/1.1 304")) {
                throw new IOException("answered " + fields.lines().findFirst().orElse(""));
            }
            String length = field(fields, "content-length: ");
            int body = length.isEmpty() ? 0 : Integer.parseInt(length);
            while (size < head + body) {
                size += read(in, size);
            }
            return new Answer(field(fields, "etag: "), body);
        }

        private int read(InputStream in, int from) throws IOException {
            int read = in.read(BUFFER, from, BUFFER.length - from);
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            return read;
        }

        private int headEnd(int size) {
            for (int i = 3; i < size; i++) {
                if (BUFFER[i] == '\n' && BUFFER[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private static String field(String fields, String name) {
            return fields.lines()
                    .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                    .map(line -> line.substring(name.length()))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

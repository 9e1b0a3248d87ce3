package wiki.errorcodes.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/**
 * Requests a second with 300 articles: pages beside nginx, which sends the very same bytes from a
 * file with the same header fields, and answers to 1,000 different pastes. Rounds are interleaved,
 * so that both meet the same machine. The folder with the articles is gone by then: no request may
 * need it.
 */
final class ServeSuite implements Bench.Suite {

    private static final int ARTICLES = 300;
    private static final int PASTES = 1_000;
    private static final int WARM_UP_SECONDS = 30;
    private static final String SLUG = "cors-preflight-request-failed";

    /** What browsers accept over https, and from this machine. */
    private static final String BROWSER = "gzip, deflate, br, zstd";

    private static final String GZIP = "Accept-Encoding: gzip";
    private static final String OURS = "wiki";
    private static final String PEER = "nginx ";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> slowest = new LinkedHashMap<>();
    private final Map<String, List<Double>> busy = new LinkedHashMap<>();

    @Override
    public Figures run(boolean brief) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("errorwiki-bench");
        // nginx reads as another user where it is started by root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path content = folder.resolve("content");
        GrownWiki.write(content, ARTICLES);
        Site site = SiteBuilder.build(content, folder.resolve("data"));
        if (site.library().articles().size() < ARTICLES) {
            throw new IOException("only " + site.library().articles().size() + " articles");
        }
        Path asking = folder.resolve("search.lua");
        Path explaining = folder.resolve("explain.lua");
        List<String> pastes = GrownWiki.pastes(site.library(), PASTES);
        Files.writeString(asking, searches(pastes));
        Files.writeString(explaining, explains(pastes));
        int port = Program.freePort();
        String ours = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(Program.SMALL);
        command.addAll(
                List.of(
                        "-jar",
                        Program.JAR.toString(),
                        "serve",
                        "--rate",
                        "0",
                        "--port",
                        String.valueOf(port),
                        "--content",
                        content.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        try (Program server =
                Program.start(folder.resolve("server.log"), Program.served(command))) {
            server.await(ours + "/errors/" + SLUG);
            Folders.delete(content);
            HttpResponse<byte[]> page = get(ours + "/errors/" + SLUG, "gzip");
            int theirPort = Program.freePort();
            String theirs = "http://127.0.0.1:" + theirPort;
            Path configuration = nginx(folder, theirPort, page);
            try (Program nginx =
                    Program.start(
                            folder.resolve("nginx.log"),
                            Program.served(List.of("nginx", "-c", configuration.toString())))) {
                nginx.await(theirs + "/" + SLUG);
                String tag = page.headers().firstValue("ETag").orElseThrow();
                String theirTag =
                        get(theirs + "/" + SLUG, "gzip").headers().firstValue("ETag").orElseThrow();
                String article = ours + "/errors/" + SLUG;
                measure(
                        brief,
                        List.of(
                                new Load("page", server, article, List.of("-H", GZIP)),
                                new Load(
                                        PEER + "page",
                                        nginx,
                                        theirs + "/" + SLUG,
                                        List.of("-H", GZIP)),
                                new Load("304", server, article, known(tag)),
                                new Load(PEER + "304", nginx, theirs + "/" + SLUG, known(theirTag)),
                                new Load("answer", server, ours, List.of("-s", asking.toString())),
                                new Load(
                                        "explain",
                                        server,
                                        ours,
                                        List.of("-s", explaining.toString()))));
            }
            return figures(server.memory());
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<String> known(String tag) {
        return List.of("-H", GZIP, "-H", "If-None-Match: " + tag);
    }

    /**
     * A kind of request.
     *
     * @param program that answers it
     * @param arguments of wrk
     */
    private record Load(String what, Program program, String url, List<String> arguments) {}

    private void measure(boolean brief, List<Load> loads) throws IOException, InterruptedException {
        for (Load load : loads) {
            // Compiled code needs its time; with two cores the load takes half of it.
            boolean compiled = load.program() == loads.get(0).program();
            Wrk.run(!compiled ? 1 : brief ? 6 : WARM_UP_SECONDS, load.url(), load.arguments());
        }
        for (int round = 0; round < (brief ? 3 : 5); round++) {
            for (Load load : loads) {
                double before = load.program().processorSeconds();
                Wrk.Ran ran = Wrk.run(brief ? 2 : 6, load.url(), load.arguments());
                double seconds = load.program().processorSeconds() - before;
                add(rates, load, ran.rate());
                add(slowest, load, ran.p99());
                add(busy, load, seconds / ran.requests() * 1e6);
            }
        }
    }

    private static void add(Map<String, List<Double>> runs, Load load, double value) {
        runs.computeIfAbsent(load.what(), any -> new ArrayList<>()).add(value);
    }

    private Figures figures(double memory) throws IOException, InterruptedException {
        Map<String, String> versions = Figures.machine();
        versions.put("nginx", Program.output(List.of("nginx", "-v")).strip());
        versions.put("wrk", Program.output(List.of("wrk", "-v")).lines().findFirst().orElse(""));
        versions.put("options", String.join(" ", Program.SMALL));
        List<Figures.Row> rows = new ArrayList<>();
        rows(rows, rates, "requests/s");
        rows(rows, slowest, "ms (p99)");
        rows(rows, busy, "µs of the processors for a request");
        double mebibytes = memory / 1024 / 1024;
        rows.add(new Figures.Row("memory, 300 articles", OURS, "MiB", List.of(mebibytes)));
        // Short runs fail on what no noise explains; a machine with two cores shares them.
        List<Figures.Check> checks =
                List.of(
                        rate("article page, of nginx's rate", "page", PEER + "page", 0.40, 0.15),
                        rate("known page, of nginx's rate", "304", PEER + "304", 0.40, 0.15),
                        p99("article page, of nginx's p99", "page", PEER + "page"),
                        p99("known page, of nginx's p99", "304", PEER + "304"),
                        rate("answer page, of the article's rate", "answer", "page", 0.15, 0.02),
                        rate("explain, of the article's rate", "explain", "page", 0.15, 0.02),
                        slow("answer page, p99 in ms", "answer"),
                        slow("explain, p99 in ms", "explain"),
                        new Figures.Check("memory in MiB", false, mebibytes, 200, 300));
        return new Figures("serve", "Serving", versions, rows, checks);
    }

    private static void rows(List<Figures.Row> rows, Map<String, List<Double>> runs, String unit) {
        Map<String, String> names =
                Map.of(
                        "page", "article page",
                        "304", "known page (304)",
                        "answer", "answer page (1,000 pastes)",
                        "explain", "explain (1,000 pastes)");
        runs.forEach(
                (what, values) -> {
                    boolean peer = what.startsWith(PEER);
                    String key = peer ? what.substring(PEER.length()) : what;
                    rows.add(new Figures.Row(names.get(key), peer ? "nginx" : OURS, unit, values));
                });
    }

    private Figures.Check rate(
            String what, String ours, String theirs, double wanted, double bound) {
        return new Figures.Check(
                what, true, Figures.ratio(rates.get(ours), rates.get(theirs)), wanted, bound);
    }

    private Figures.Check p99(String what, String ours, String theirs) {
        double ratio = Figures.ratio(slowest.get(ours), slowest.get(theirs));
        return new Figures.Check(what, false, ratio, 3, 100);
    }

    private Figures.Check slow(String what, String ours) {
        return new Figures.Check(
                what, false, Figures.median(slowest.get(ours)), 10, Figures.Check.NEVER_FAILS);
    }

    private HttpResponse<byte[]> get(String url, String encoding)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", encoding).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * Writes the page's bytes and a configuration that sends them with the page's header fields.
     */
    private static Path nginx(Path folder, int port, HttpResponse<byte[]> page) throws IOException {
        Path root = Files.createDirectories(folder.resolve("www"));
        Files.write(root.resolve(SLUG + ".gz"), page.body());
        Files.writeString(root.resolve(SLUG), "gzip_static sends the other one");
        String fields =
                page.headers().map().entrySet().stream()
                        .filter(
                                field ->
                                        !List.of(
                                                        ":status",
                                                        "date",
                                                        "etag",
                                                        "last-modified",
                                                        "content-type",
                                                        "content-encoding",
                                                        "content-length",
                                                        "vary")
                                                .contains(field.getKey()))
                        .map(
                                field ->
                                        "add_header "
                                                + field.getKey()
                                                + " \""
                                                + field.getValue().get(0)
                                                + "\";\n")
                        .collect(Collectors.joining());
        String own = folder.toString();
        return Files.writeString(
                folder.resolve("nginx.conf"),
                """
                worker_processes 2;
                daemon off;
                pid OWN/nginx.pid;
                error_log OWN/nginx-error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    server_tokens off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000000;
                    open_file_cache max=1000;
                    open_file_cache_valid 600s;
                    client_body_temp_path OWN/body;
                    proxy_temp_path OWN/proxy;
                    fastcgi_temp_path OWN/fastcgi;
                    uwsgi_temp_path OWN/uwsgi;
                    scgi_temp_path OWN/scgi;
                    default_type "text/html;charset=utf-8";
                    server {
                        listen 127.0.0.1:PORT;
                        root OWN/www;
                        gzip_static on;
                        gzip_vary on;
                        FIELDS
                    }
                }
                """
                        .replace("OWN", own)
                        .replace("PORT", String.valueOf(port))
                        .replace("FIELDS", fields));
    }

    private static String searches(List<String> pastes) {
        return lua(
                pastes.stream()
                        .map(
                                paste ->
                                        "wrk.format('GET', '/search?q="
                                                + URLEncoder.encode(paste, StandardCharsets.UTF_8)
                                                + "')")
                        .toList());
    }

    private static String explains(List<String> pastes) {
        return lua(
                pastes.stream()
                        .map(
                                paste ->
                                        "wrk.format('POST', '/api/v1/explain', {['Content-Type'] ="
                                                + " 'text/plain', ['Accept-Encoding'] = '"
                                                + BROWSER
                                                + "'}, "
                                                + "[====["
                                                + paste
                                                + "]====])")
                        .toList());
    }

    private static String lua(List<String> requests) {
        return "wrk.headers['Accept-Encoding'] = '"
                + BROWSER
                + "'\n"
                + "local all = {}\nlocal next = 0\n"
                + "init = function()\n"
                + requests.stream()
                        .map(request -> "  all[#all + 1] = " + request + "\n")
                        .collect(Collectors.joining())
                + "end\n"
                + "request = function()\n  next = next % #all + 1\n  return all[next]\nend\n";
    }
}

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
 * so that both meet the same machine.
 */
final class ServeSuite implements Bench.Suite {

    private static final int ARTICLES = 300;
    private static final int PASTES = 1_000;
    private static final String SLUG = "cors-preflight-request-failed";
    private static final String GZIP = "Accept-Encoding: gzip";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> slowest = new LinkedHashMap<>();

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
            HttpResponse<byte[]> page = get(ours + "/errors/" + SLUG, "gzip");
            double whole = get(ours + "/errors/" + SLUG, "identity").body().length;
            int theirPort = Program.freePort();
            String theirs = "http://127.0.0.1:" + theirPort;
            Path configuration = nginx(folder, theirPort, page);
            try (Program nginx =
                    Program.start(
                            folder.resolve("nginx.log"),
                            Program.served(List.of("nginx", "-c", configuration.toString())))) {
                nginx.await(theirs + "/" + SLUG);
                measure(brief, ours, theirs, page, asking, explaining);
            }
            return figures(brief, page.body().length / whole, server.memory());
        }
    }

    private void measure(
            boolean brief,
            String ours,
            String theirs,
            HttpResponse<byte[]> page,
            Path asking,
            Path explaining)
            throws IOException, InterruptedException {
        String tag = page.headers().firstValue("ETag").orElseThrow();
        String theirTag =
                get(theirs + "/" + SLUG, "gzip").headers().firstValue("ETag").orElseThrow();
        int rounds = brief ? 3 : 5;
        int seconds = brief ? 1 : 6;
        for (int round = -1; round < rounds; round++) {
            // The first round only warms up.
            boolean counts = round >= 0;
            int time = counts ? seconds : brief ? 3 : 10;
            String article = ours + "/errors/" + SLUG;
            one(counts, "page", time, article, List.of("-H", GZIP));
            one(counts, "nginx page", counts ? time : 1, theirs + "/" + SLUG, List.of("-H", GZIP));
            one(counts, "304", time, article, List.of("-H", GZIP, "-H", "If-None-Match: " + tag));
            one(
                    counts,
                    "nginx 304",
                    counts ? time : 1,
                    theirs + "/" + SLUG,
                    List.of("-H", GZIP, "-H", "If-None-Match: " + theirTag));
            one(counts, "answer", time, ours, List.of("-s", asking.toString()));
            one(counts, "explain", time, ours, List.of("-s", explaining.toString()));
        }
    }

    private void one(boolean counts, String what, int seconds, String url, List<String> arguments)
            throws IOException, InterruptedException {
        Wrk.Ran ran = Wrk.run(seconds, url, arguments);
        if (counts) {
            rates.computeIfAbsent(what, any -> new ArrayList<>()).add(ran.rate());
            slowest.computeIfAbsent(what, any -> new ArrayList<>()).add(ran.p99());
        }
    }

    private Figures figures(boolean brief, double share, double memory)
            throws IOException, InterruptedException {
        Map<String, String> versions = Figures.machine();
        versions.put("nginx", Program.output(List.of("nginx", "-v")).strip());
        versions.put("wrk", Program.output(List.of("wrk", "-v")).lines().findFirst().orElse(""));
        versions.put("options", String.join(" ", Program.SMALL));
        List<Figures.Row> rows = new ArrayList<>();
        Map<String, String> names = Map.of("page", "article page", "304", "known page (304)");
        rates.forEach(
                (what, runs) -> {
                    boolean peer = what.startsWith("nginx ");
                    String key = peer ? what.substring(6) : what;
                    String name = names.getOrDefault(key, key + " (1,000 pastes)");
                    String who = peer ? "nginx" : "Error Codes Wiki";
                    rows.add(new Figures.Row(name, who, "requests/s", runs));
                    rows.add(new Figures.Row(name, who, "ms (p99)", slowest.get(what)));
                });
        double mebibytes = memory / 1024 / 1024;
        rows.add(
                new Figures.Row(
                        "memory, 300 articles", "Error Codes Wiki", "MiB", List.of(mebibytes)));
        // Short runs fail on what no noise explains; a machine with two cores shares them.
        List<Figures.Check> checks =
                List.of(
                        rate("article page, of nginx's rate", "page", "nginx page", 0.40, 0.10),
                        rate("known page, of nginx's rate", "304", "nginx 304", 0.40, 0.10),
                        rate("answer page, of the article's rate", "answer", "page", 0.15, 0.0004),
                        rate("explain, of the article's rate", "explain", "page", 0.15, 0.004),
                        new Figures.Check(
                                "article page, of nginx's p99",
                                false,
                                Figures.ratio(slowest.get("page"), slowest.get("nginx page")),
                                3,
                                100),
                        new Figures.Check(
                                "bytes on the wire, of the page's", false, share, 0.35, 0.35),
                        new Figures.Check("memory in MiB", false, mebibytes, 200, 400));
        return new Figures("serve", "Serving", versions, rows, checks);
    }

    private Figures.Check rate(
            String what, String ours, String theirs, double wanted, double bound) {
        return new Figures.Check(
                what, true, Figures.ratio(rates.get(ours), rates.get(theirs)), wanted, bound);
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
                                                + " 'text/plain', ['Accept-Encoding'] = 'gzip'}, "
                                                + "[====["
                                                + paste
                                                + "]====])")
                        .toList());
    }

    private static String lua(List<String> requests) {
        return "wrk.headers['Accept-Encoding'] = 'gzip'\n"
                + "local all = {}\nlocal next = 0\n"
                + "init = function()\n"
                + requests.stream()
                        .map(request -> "  all[#all + 1] = " + request + "\n")
                        .collect(Collectors.joining())
                + "end\n"
                + "request = function()\n  next = next % #all + 1\n  return all[next]\nend\n";
    }
}

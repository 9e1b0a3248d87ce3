package wiki.errorcodes.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;
import wiki.errorcodes.web.Address;
import wiki.errorcodes.web.WebServer;

/**
 * {@code errorwiki rehearse}: does once what a server does after its start, then ends. Run under
 * the options of the JVM that archive classes, it leaves an archive that makes later starts fast.
 */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description =
                "Serve some pages to itself and end: what the JVM has to see to write the archive"
                        + " for fast starts.")
final class RehearseCommand implements Callable<Integer> {

    /** Articles that are asked for, and searched for. */
    private static final int MOST = 100;

    /** Fits into an address, whatever its characters. */
    private static final int LONGEST_PASTE = 1_000;

    private static final int NO_RATE = 0;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Override
    public Integer call() throws IOException {
        WebServer.load();
        SiteBuilder.Opened opened = content.open(spec.commandLine().getErr());
        Site site = opened.atOnce();
        int asked = 0;
        try (WebServer server = server(site)) {
            String url = "http://127.0.0.1:" + server.port();
            // Twice: the first answer is made, the second sent as it is.
            for (int i = 0; i < 2; i++) {
                for (String path : List.of("/", "/collections/", "/codes", "/healthz")) {
                    get(url + path);
                    asked++;
                }
                // Many different ones, as the JVM may keep what it has learnt of them, too.
                for (Article article : site.library().articles().stream().limit(MOST).toList()) {
                    String paste = paste(article);
                    get(url + article.url());
                    get(url + "/search?q=" + URLEncoder.encode(paste, StandardCharsets.UTF_8));
                    post(url + "/api/v1/explain", paste);
                    asked += 3;
                }
            }
            opened.completed();
            server.warm();
        }
        spec.commandLine().getOut().println("rehearsed with " + asked + " requests");
        return Main.OK;
    }

    private static WebServer server(Site site) {
        return WebServer.start(
                new LiveSite(site), "127.0.0.1", 0, Address.UNKNOWN, Optional.empty(), NO_RATE);
    }

    /** Returns what a reader of an article may have pasted. */
    private static String paste(Article article) {
        return article.head().examples().stream()
                .map(FrontMatter.Example::text)
                .filter(text -> text.length() <= LONGEST_PASTE)
                .findFirst()
                .orElse(article.title());
    }

    private static void get(String url) throws IOException {
        finish(open(url));
    }

    private static void post(String url, String paste) throws IOException {
        HttpURLConnection connection = open(url);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/plain");
        connection.setDoOutput(true);
        connection.getOutputStream().write(paste.getBytes(StandardCharsets.UTF_8));
        finish(connection);
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Accept-Encoding", "gzip, deflate, br");
        // The server need not wait for a connection that nobody uses any more.
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private static void finish(HttpURLConnection connection) throws IOException {
        try (var body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}

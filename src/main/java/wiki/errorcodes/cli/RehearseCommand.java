package wiki.errorcodes.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;
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

    private static final String PASTE = "Uncaught TypeError: Failed to fetch";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Override
    public Integer call() throws IOException {
        SiteBuilder.Opened opened = content.open(spec.commandLine().getErr());
        Site site = opened.atOnce();
        int asked = 0;
        try (WebServer server = WebServer.start(new LiveSite(site), "127.0.0.1", 0)) {
            String url = "http://127.0.0.1:" + server.port();
            // Twice: the first answer is made, the second sent as it is.
            for (int i = 0; i < 2; i++) {
                for (String path : List.of("/", "/collections/", "/codes", "/healthz")) {
                    get(url + path);
                    asked++;
                }
                for (Article article : site.library().articles().stream().limit(1).toList()) {
                    get(url + article.url());
                    asked++;
                }
                get(url + "/search?q=Failed%20to%20fetch");
                post(url + "/api/v1/explain");
                asked += 2;
            }
        }
        opened.completed();
        spec.commandLine().getOut().println("rehearsed with " + asked + " requests");
        return Main.OK;
    }

    private static void get(String url) throws IOException {
        finish(open(url));
    }

    private static void post(String url) throws IOException {
        HttpURLConnection connection = open(url);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/plain");
        connection.setDoOutput(true);
        connection.getOutputStream().write(PASTE.getBytes(StandardCharsets.UTF_8));
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

package wiki.errorcodes.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.ContentWatcher;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;
import wiki.errorcodes.web.WebServer;

/**
 * How long an editor waits: from the moment a file is saved until its page shows the change, over
 * HTTP, with everything that watching does. Half of the saves change the text of an article, half
 * its title.
 *
 * <p>Arguments: a content folder, which is changed; a data folder; the number of saves.
 */
public final class SaveToVisible {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** What people do between two saves. */
    private static final long PAUSE_NANOS = 400_000_000L;

    private SaveToVisible() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path content = Path.of(arguments[0]);
        int saves = Integer.parseInt(arguments[2]);
        Site site =
                SiteBuilder.build(
                        ContentFolder.of(content), Path.of(arguments[1]), (done, of) -> {});
        LiveSite live = new LiveSite(site);
        Random random = new Random(11);
        double[] text = new double[saves / 2];
        double[] title = new double[saves / 2];
        try (WebServer server = WebServer.start(live, "127.0.0.1", 0);
                ContentWatcher watcher =
                        ContentWatcher.start(
                                ContentFolder.of(content),
                                Path.of(arguments[1]),
                                live,
                                change -> {})) {
            List<Article> articles = site.library().articles();
            for (int i = 0; i < saves; i++) {
                Article article = articles.get(random.nextInt(articles.size()));
                String mark = "saved" + i + "x";
                Path file = content.resolve(article.path());
                String before = Files.readString(file);
                boolean inTitle = i % 2 == 1;
                String after =
                        inTitle
                                ? before.replaceFirst("(?m)^summary: \"?", "$0" + mark + " ")
                                : before.replaceFirst("(?m)^## Overview\n", "$0\n" + mark + "\n");
                URI page =
                        URI.create(
                                "http://127.0.0.1:" + server.port() + "/errors/" + article.slug());
                long start = System.nanoTime();
                Files.writeString(file, after);
                while (!shown(page).contains(mark)) {
                    if (System.nanoTime() - start > PATIENCE_NANOS) {
                        throw new IllegalStateException("never seen: " + file);
                    }
                    LockSupport.parkNanos(1_000_000);
                }
                (inTitle ? title : text)[i / 2] = (System.nanoTime() - start) / 1e6;
                Files.writeString(file, before);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        System.out.println(articles(site) + ", text changed: " + figures(text));
        System.out.println(articles(site) + ", summary changed: " + figures(title));
        System.exit(0);
    }

    private static String shown(URI page) throws IOException {
        try (InputStream in = page.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String articles(Site site) {
        return site.library().articles().size() + " articles";
    }

    private static String figures(double[] millis) {
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "median %.0f ms, 95 %% %.0f ms, worst %.0f ms of %d saves",
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length - 1],
                millis.length);
    }
}

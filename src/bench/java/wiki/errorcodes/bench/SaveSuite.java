package wiki.errorcodes.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * its summary. The first saves of a new process are not counted: nobody has edited yet.
 */
final class SaveSuite implements Bench.Suite {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** What people do between two saves. */
    private static final long PAUSE_NANOS = 300_000_000L;

    private static final int WARM_UP = 10;

    @Override
    public Figures run(boolean brief) throws IOException {
        int small = 300;
        int large = brief ? 3_000 : 10_000;
        int saves = brief ? 20 : 200;
        List<Double> few = measured(small, saves);
        List<Double> many = measured(large, saves);
        List<Figures.Row> rows =
                List.of(
                        new Figures.Row(small + " articles", "wiki", "ms", few),
                        new Figures.Row(large + " articles", "wiki", "ms", many));
        double growth = Figures.median(many) / Figures.median(few);
        List<Figures.Check> checks = new ArrayList<>();
        checks.add(
                new Figures.Check(
                        "growth from " + small + " to " + large + " articles",
                        false,
                        growth,
                        3,
                        6));
        if (!brief) {
            checks.add(check(small + " articles, median, ms", Figures.median(few), 300));
            checks.add(check(large + " articles, median, ms", Figures.median(many), 100));
        }
        return new Figures(
                "save", "From a save to the page that shows it", Figures.machine(), rows, checks);
    }

    private static Figures.Check check(String what, double value, double wanted) {
        return new Figures.Check(what, false, value, wanted, Figures.Check.NEVER_FAILS);
    }

    private static List<Double> measured(int articles, int saves) throws IOException {
        Path folder = Files.createTempDirectory("errorwiki-save");
        try {
            Path content = folder.resolve("content");
            new GeneratedWiki(articles, 7).write(content);
            return measured(ContentFolder.of(content), folder.resolve("data"), saves);
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Double> measured(ContentFolder content, Path data, int saves)
            throws IOException {
        Site site = SiteBuilder.build(content, data, SiteBuilder.Progress.SILENT);
        LiveSite live = new LiveSite(site);
        List<Article> articles = site.library().articles();
        Random random = new Random(11);
        List<Double> millis = new ArrayList<>();
        try (WebServer server = WebServer.start(live, "127.0.0.1", 0);
                ContentWatcher watcher = ContentWatcher.start(content, data, live, change -> {})) {
            for (int i = -WARM_UP; i < saves; i++) {
                Article article = articles.get(random.nextInt(articles.size()));
                double time = save(content.file(article.path()), article, server.port(), i);
                if (i >= 0) {
                    millis.add(time);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return millis;
    }

    private static double save(Path file, Article article, int port, int number)
            throws IOException {
        String mark = "saved" + (number + WARM_UP) + "x";
        String before = Files.readString(file);
        String after =
                number % 2 == 0
                        ? before.replaceFirst("(?m)^## Overview\n", "$0\n" + mark + "\n")
                        : before.replaceFirst("(?m)^summary: \"?", "$0" + mark + " ");
        URI page = URI.create("http://127.0.0.1:" + port + article.url());
        long start = System.nanoTime();
        Files.writeString(file, after);
        while (!shown(page).contains(mark)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("never seen: " + file);
            }
            LockSupport.parkNanos(1_000_000);
        }
        double time = (System.nanoTime() - start) / 1e6;
        Files.writeString(file, before);
        return time;
    }

    private static String shown(URI page) throws IOException {
        try (InputStream in = page.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

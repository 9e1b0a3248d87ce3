package wiki.errorcodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.source.Diagnostic;

class ContentWatcherTest {

    /** Longer than any machine needs; a test that passes does not wait for it. */
    private static final long PATIENCE_SECONDS = 60;

    @TempDir private Path folder;

    private Path content;
    private LiveSite live;
    private ContentWatcher watcher;
    private final BlockingQueue<ContentWatcher.Change> changes = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article("First", ""));
        TestArticles.write(content, "cors/b.md", TestArticles.article("Second", ""));
        live = new LiveSite(SiteBuilder.build(content, folder.resolve("data")));
        watcher =
                ContentWatcher.start(
                        ContentFolder.of(content), folder.resolve("data"), live, changes::add);
    }

    @AfterEach
    void stop() throws IOException {
        watcher.close();
    }

    private ContentWatcher.Change next() throws InterruptedException {
        ContentWatcher.Change change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(change != null, "nothing was noticed");
        return change;
    }

    private static List<String> titles(Site site) {
        return site.library().articles().stream().map(Article::title).sorted().toList();
    }

    private static List<String> problems(ContentWatcher.Change change) {
        return change.problems().stream()
                .map(problem -> problem.diagnostic() + " | " + problem.line())
                .toList();
    }

    @Test
    void savedFileIsServed() throws InterruptedException {
        TestArticles.write(content, "cors/a.md", TestArticles.article("Edited", ""));
        assertEquals(List.of("Edited", "Second"), titles(next().site()));
        assertEquals(List.of("Edited", "Second"), titles(live.current()));
    }

    @Test
    void brokenFileIsReportedWithItsLineAndServedAsItWas() throws InterruptedException {
        TestArticles.write(content, "cors/a.md", TestArticles.article("Broken", "relatd: [b]\n"));
        ContentWatcher.Change broken = next();
        assertEquals(
                List.of("cors/a.md:4:1: error: unknown key \"relatd\" [unknown-key] | relatd: [b]"),
                problems(broken));
        assertEquals(List.of("First", "Second"), titles(broken.site()));
        TestArticles.write(content, "cors/b.md", TestArticles.article("Other", ""));
        assertEquals(List.of("First", "Other"), titles(next().site()), "still served");
        TestArticles.write(content, "cors/a.md", TestArticles.article("Mended", ""));
        ContentWatcher.Change mended = next();
        assertEquals(List.of(), problems(mended));
        assertEquals(List.of("Mended", "Other"), titles(mended.site()));
    }

    @Test
    void levelsOfTheWikiAreFollowed() throws IOException, InterruptedException {
        TestArticles.write(content, Levels.FILE, "rules: {faqs: off}\n");
        assertEquals(
                List.of(
                        "check.yaml:1:9: error: no rule \"faqs\" [unknown-key] | rules: {faqs: off}"),
                problems(next()));
        Files.delete(content.resolve(Levels.FILE));
        assertEquals(List.of(), problems(next()));
    }

    @Test
    void newFoldersRenamesAndDeletesAreNoticed() throws IOException, InterruptedException {
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 2));
        TestArticles.write(content, "net/c.md", TestArticles.article("Third", ""));
        ContentWatcher.Change change = next();
        while (change.site().library().articles().size() < 3) {
            change = next();
        }
        Files.move(content.resolve("net/c.md"), content.resolve("cors/d.md"));
        do {
            change = next();
        } while (change.site().library().article("d").isEmpty());
        assertEquals("cors", change.site().library().article("d").orElseThrow().collection());
        Files.delete(content.resolve("cors/d.md"));
        do {
            change = next();
        } while (change.site().library().article("d").isPresent());
        assertEquals(List.of("First", "Second"), titles(change.site()));
    }

    @Test
    void temporaryAndBackupFilesOfEditorsAreNoArticles() throws IOException, InterruptedException {
        Files.writeString(content.resolve("cors/.a.md.swp"), "x");
        Files.writeString(content.resolve("cors/a.md~"), "x");
        Files.writeString(content.resolve("cors/4913"), "");
        // As editors save: to a new file, which then takes the place of the old one.
        Path temporary = content.resolve("cors/a.md.tmp");
        Files.writeString(temporary, TestArticles.article("Saved", ""));
        Files.move(temporary, content.resolve("cors/a.md"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("Saved", "Second"), titles(next().site()));
    }

    /** After any number of changes, in bursts or one by one, the site is that of a fresh start. */
    @Test
    void twoThousandRandomChangesEndLikeAFreshBuild() throws IOException, InterruptedException {
        Random random = new Random(20261123);
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 2));
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            slugs.add("article-" + i);
        }
        for (int i = 0; i < 2_000; i++) {
            change(random, slugs);
            if (random.nextInt(40) == 0) {
                // Between bursts the watcher catches up, or does not: both happen.
                changes.poll(random.nextInt(60), TimeUnit.MILLISECONDS);
            }
        }
        Site fresh = SiteBuilder.build(content, folder.resolve("fresh"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!live.current().version().equals(fresh.version()) && System.nanoTime() < deadline) {
            changes.poll(50, TimeUnit.MILLISECONDS);
        }
        assertEquals(fresh.version(), live.current().version());
        assertEquals(dump(fresh, false), dump(live.current(), true));
        // The index on the disk, row for row.
        assertEquals(
                Index.open(folder.resolve("fresh")).files(),
                Index.open(folder.resolve("data")).files());
        // And what a search finds, but for articles that are served as they were before an error.
        for (int i = 0; i < 1_000; i += 50) {
            Query title = Query.of("title " + i, 100);
            Set<String> found = found(live.current(), title);
            found.removeIf(slug -> fresh.library().article(slug).isEmpty());
            assertEquals(found(fresh, title), found);
        }
    }

    private static Set<String> found(Site site, Query query) {
        return site.searcher().search(query).stream()
                .map(hit -> hit.article().slug())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void change(Random random, List<String> slugs) throws IOException {
        Path file = file(random, slugs);
        Path other = file(random, slugs);
        switch (random.nextInt(8)) {
            case 0 -> Files.deleteIfExists(file);
            case 1 -> {
                if (Files.exists(file)) {
                    Files.move(file, other, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case 2 -> Files.writeString(file, "---\ntitle: half");
            default ->
                    Files.writeString(
                            file,
                            TestArticles.article(
                                    "Title " + random.nextInt(1_000),
                                    "related: [" + pick(random, slugs) + "]\n"));
        }
    }

    /** A file of either collection: an article may move from one to the other. */
    private Path file(Random random, List<String> slugs) {
        String slug = pick(random, slugs);
        return random.nextBoolean()
                ? content.resolve("cors").resolve(slug + ".md")
                : content.resolve("net").resolve(slug + "-net.md");
    }

    private static String pick(Random random, List<String> slugs) {
        return slugs.get(random.nextInt(slugs.size()));
    }

    /** What a site says; without the articles that are only kept because their file is broken. */
    private static List<String> dump(Site site, boolean keeps) {
        List<String> broken =
                site.diagnostics().stream()
                        .filter(
                                one ->
                                        one.rule().id().equals("yaml")
                                                || one.rule().id().startsWith("missing-"))
                        .map(Diagnostic::path)
                        .toList();
        return site.library().articles().stream()
                .filter(article -> !keeps || !broken.contains(article.path()))
                .map(article -> article.path() + " " + article.title() + " " + article.hash())
                .sorted()
                .toList();
    }

    @Test
    void checkoutOfAThousandFilesIsOneChangeOrAFew() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            TestArticles.write(
                    content, "cors/many-" + i + ".md", TestArticles.article("Many " + i, ""));
        }
        int builds = 0;
        ContentWatcher.Change change;
        do {
            change = next();
            builds++;
        } while (change.site().library().articles().size() < 1_002);
        assertTrue(builds < 100, builds + " builds for one checkout");
        assertEquals(
                1_002L,
                Stream.of(change.site()).flatMap(one -> one.library().articles().stream()).count());
    }
}

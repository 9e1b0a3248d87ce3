package wiki.errorcodes.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.source.Diagnostic;

class SiteBuilderTest {

    @TempDir private Path folder;

    private Path content;

    @BeforeEach
    void write() {
        content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(
                content,
                "cors/a.md",
                TestArticles.article("First", "") + "\n## More\n\nSee [[b]].\n");
        TestArticles.write(content, "cors/b.md", TestArticles.article("Second & last", ""));
    }

    private Site build(SiteBuilder.Progress progress) throws IOException {
        return SiteBuilder.build(ContentFolder.of(content), folder.resolve("data"), progress);
    }

    private Site build() throws IOException {
        return build(SiteBuilder.Progress.SILENT);
    }

    private static List<String> slugs(Site site) {
        return site.library().articles().stream().map(Article::slug).toList();
    }

    private static List<String> problems(Site site) {
        return site.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void newFileIsAnArticle() throws IOException {
        build();
        TestArticles.write(content, "cors/c.md", TestArticles.article("Third", ""));
        assertEquals(List.of("a", "b", "c"), slugs(build()));
    }

    @Test
    void unchangedTreeIsNotWrittenAgain() throws IOException {
        Site first = build();
        byte[] before = Files.readAllBytes(folder.resolve("data/errorwiki.db"));
        Site second = build();
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("data/errorwiki.db")));
        assertEquals(first.library().articles(), second.library().articles());
        assertEquals(first.version(), second.version());
    }

    @Test
    void contentWithAStampIsNotLookedAtAgain() throws IOException {
        Path data = folder.resolve("data");
        assertEquals(Optional.empty(), SiteBuilder.reopen(data, "first"));
        Site opened =
                SiteBuilder.open(
                                ContentFolder.of(content),
                                data,
                                SiteBuilder.Progress.SILENT,
                                "first")
                        .completed();
        // Nothing is read: what stands there now does not matter.
        TestArticles.write(content, "cors/a.md", "no article");
        Site again = SiteBuilder.reopen(data, "first").orElseThrow().completed();
        assertEquals(opened.library().articles(), again.library().articles());
        assertEquals(opened.diagnostics(), again.diagnostics());
        assertEquals(opened.version(), again.version());
        assertEquals(Optional.empty(), SiteBuilder.reopen(data, "second"));
    }

    @Test
    void stampGoesWithTheContentItStandsFor() throws IOException {
        Path data = folder.resolve("data");
        ContentFolder stock = ContentFolder.of(content);
        SiteBuilder.open(stock, data, SiteBuilder.Progress.SILENT, "first");
        build();
        assertTrue(SiteBuilder.reopen(data, "first").isPresent(), "nothing has changed");
        TestArticles.write(content, "cors/c.md", TestArticles.article("Third", ""));
        build();
        assertEquals(Optional.empty(), SiteBuilder.reopen(data, "first"));
        SiteBuilder.open(stock, data, SiteBuilder.Progress.SILENT, "second");
        assertEquals(
                List.of("a", "b", "c"),
                slugs(SiteBuilder.reopen(data, "second").orElseThrow().atOnce()));
        assertEquals(Optional.empty(), SiteBuilder.reopen(data, "first"));
    }

    @Test
    void onlyChangedFilesAreWritten() throws Exception {
        Site first = build();
        Map<String, Long> before = rows();
        TestArticles.write(content, "cors/a.md", TestArticles.article("Changed", ""));
        Site second = build();
        Map<String, Long> after = rows();
        assertNotEquals(before.remove("cors/a.md"), after.remove("cors/a.md"));
        assertEquals(before, after);
        assertNotEquals(first.version(), second.version());
    }

    /** A file that is written gets another row. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        try (Connection connection = Index.open(folder.resolve("data")).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT path, id FROM file")) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }

    @Test
    void progressTellsOfEachFile() throws IOException {
        List<String> steps = new ArrayList<>();
        build((done, of) -> steps.add(done + "/" + of));
        assertEquals(List.of("1/3", "2/3", "3/3"), steps);
    }

    @Test
    void indexingAloneLeavesTheIndexOfABuildAndReportsTheSame() throws IOException {
        TestArticles.write(content, "cors/bad.md", "no front matter");
        Files.delete(content.resolve("cors/b.md"));
        Site site = build();
        Path alone = folder.resolve("alone");
        SiteBuilder.Indexed indexed =
                SiteBuilder.index(ContentFolder.of(content), alone, SiteBuilder.Progress.SILENT);
        assertEquals(Index.open(folder.resolve("data")).files(), Index.open(alone).files());
        assertEquals(site.diagnostics(), indexed.diagnostics());
        assertEquals(site.library().articles().size(), indexed.articles());
        assertEquals(site.library().collections().size(), indexed.collections());
    }

    @Test
    void deletedFileIsGone() throws IOException {
        build();
        Files.delete(content.resolve("cors/b.md"));
        Site site = build();
        assertEquals(List.of("a"), slugs(site));
        assertEquals(
                List.of("cors/a.md:30:5: error: no article \"b\" [broken-link]"), problems(site));
    }

    @Test
    void badFileIsReportedAndTheRestWorks() throws IOException {
        TestArticles.write(content, "cors/bad.md", "no front matter");
        for (int run = 0; run < 2; run++) {
            Site site = build();
            assertEquals(List.of("a", "b"), slugs(site));
            assertEquals(
                    List.of(
                            "cors/bad.md:1:1: error: the file does not start with front matter [yaml]"),
                    problems(site));
        }
    }

    @Test
    void wikiLinksShowTheTitleOfTheirArticle() throws IOException {
        assertTrue(
                build().library()
                        .article("a")
                        .orElseThrow()
                        .freeSections()
                        .get(0)
                        .html()
                        .contains("<a href=\"/errors/b\">Second &amp; last</a>"));
    }

    @Test
    void exampleThatLandsElsewhereIsReported() throws IOException {
        TestArticles.write(
                content,
                "cors/c.md",
                TestArticles.article(
                        "Third",
                        "messages:\n  chrome: \"the third message of this test\"\nexamples: [\"the fourth message\"]\n"));
        assertEquals(
                List.of(
                        "cors/c.md:6:12: error: this example does not land here but on nothing [example]"),
                problems(build()));
    }

    @Test
    void backupAndHiddenFilesAreLeftAlone() throws IOException {
        TestArticles.write(content, "cors/a.md~", "x");
        TestArticles.write(content, "cors/.a.md", "x");
        TestArticles.write(content, ".git/config.md", "x");
        TestArticles.write(content, "README.md", "x");
        assertEquals(List.of(), problems(build()));
    }

    @Test
    void levelsOfTheWikiCountAndChangeItsVersion() throws IOException {
        TestArticles.write(
                content, "dns/a-name.md", TestArticles.article("Third", "messages: {}\n"));
        Site before = build();
        assertEquals(
                List.of(
                        "dns/a-name.md:1:1: warning: the folder \"dns\" has no readable _collection.md [missing-collection]"),
                problems(before));
        TestArticles.write(content, "check.yaml", "rules: {missing-collection: error}\n");
        Site after = build();
        assertEquals(
                List.of(
                        "dns/a-name.md:1:1: error: the folder \"dns\" has no readable _collection.md [missing-collection]"),
                problems(after));
        assertNotEquals(before.version(), after.version());
    }
}

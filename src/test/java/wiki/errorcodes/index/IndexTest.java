package wiki.errorcodes.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;

class IndexTest {

    private static final String RICH_HEAD =
            """
            severity: info
            tags: [one, two]
            codes: [{net::ERR_A: -7}, kB]
            messages:
              chrome: ["blocked at '{url}' by policy", {text: "old blocking at {url}", since: 3, until: 9}]
              safari: {de: "gesperrt bei {url}"}
            examples: ["blocked at 'x' by policy"]
            defaults: {url: https://example.com/, origin: https://example.org}
            consequence_of: [a]
            tell_apart: {b: Look.}
            decide: [{ask: What?, answers: {"This": a, "That": b}}, {ask: And?, answers: {"No": c}}]
            related: [d]
            aliases: [old]
            sources: [{title: Spec, url: https://example.com/spec}]
            reviewed: 2026-11-23
            """;

    @TempDir private Path data;

    private static ParsedFile file(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ParsedFile.of(new ContentFile(path, bytes, Integer.toHexString(text.hashCode())));
    }

    private static void put(Index index, List<ParsedFile> files) {
        index.update(files, Set.of(), written -> {});
    }

    @Test
    void everythingComesBackAsItWasGiven() {
        List<ParsedFile> files =
                List.of(
                        file("cors/_collection.md", TestArticles.collection("CORS", 1)),
                        file("cors/bad.md", "---\ntitle: x\n---\n"),
                        file(
                                "cors/rich.md",
                                TestArticles.article("Rich", RICH_HEAD)
                                        + "\n## Fixes\n\n### nginx\n\n```nginx\nx;\n```\n\n## More\n\nSee [[d]].\n"));
        assertTrue(files.get(2).article().isPresent(), files.get(2).diagnostics().toString());
        put(Index.open(data), files);
        List<ParsedFile> back = Index.open(data).files();
        assertEquals(files.size(), back.size());
        for (int i = 0; i < files.size(); i++) {
            assertEquals(files.get(i).diagnostics(), back.get(i).diagnostics());
            assertEquals(
                    files.get(i).article().map(Article::head),
                    back.get(i).article().map(Article::head));
            assertEquals(
                    files.get(i).article().map(Article::sections),
                    back.get(i).article().map(Article::sections));
        }
        assertEquals(files.stream().map(ParsedFile::stored).toList(), back);
    }

    @Test
    void markdownStaysInTheIndexUntilSomebodyAsksForIt() {
        Index index = Index.open(data);
        ParsedFile one = file("a/one.md", TestArticles.article("One", ""));
        ParsedFile two = file("a/two.md", TestArticles.article("Two", ""));
        put(index, List.of(one, two));
        assertEquals("", index.files().get(0).markdown());
        assertEquals(Optional.of(one.markdown()), index.markdown("a/one.md", one.hash()));
        assertEquals(
                Map.of("a/one.md", one.markdown(), "a/two.md", two.markdown()), index.markdown());
        // Another version than the one that was asked for is no answer.
        assertEquals(Optional.empty(), index.markdown("a/one.md", two.hash()));
        assertEquals(Optional.empty(), index.markdown("a/none.md", one.hash()));
    }

    @Test
    void changedFilesReplaceAndRemovedFilesLeaveNothingBehind() throws Exception {
        Index index = Index.open(data);
        put(
                index,
                List.of(
                        file("a/one.md", TestArticles.article("One", RICH_HEAD)),
                        file("a/two.md", TestArticles.article("Two", ""))));
        ParsedFile changed = file("a/two.md", TestArticles.article("Other", "tags: [three]\n"));
        index.update(List.of(changed), Set.of("a/one.md"), written -> {});
        assertEquals(List.of(changed.stored()), index.files());
        try (Connection connection = index.connect();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of(
                            "code",
                            "wording",
                            "example",
                            "fallback",
                            "mention",
                            "answer",
                            "source")) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    assertEquals(0, row.getInt(1), table);
                }
            }
        }
    }

    @Test
    void indexOfAnotherSchemaIsDroppedAndBuiltAnew() throws Exception {
        put(Index.open(data), List.of(file("a/one.md", TestArticles.article("One", ""))));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("errorwiki.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = " + (Index.SCHEMA_VERSION + 1));
        }
        assertEquals(List.of(), Index.open(data).files());
    }

    @Test
    void damagedIndexIsDroppedAndBuiltAnew() throws IOException {
        put(Index.open(data), List.of(file("a/one.md", TestArticles.article("One", ""))));
        Path file = data.resolve("errorwiki.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(file, bytes);
        assertEquals(List.of(), Index.open(data).files());
        Files.writeString(file, "no database at all", StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(List.of(), Index.open(data).files());
        Files.write(file, new byte[0]);
        assertEquals(List.of(), Index.open(data).files());
    }

    @Test
    void readersSeeTheOldStateUntilTheNewOneIsComplete() {
        Index index = Index.open(data);
        ParsedFile old = file("a/one.md", TestArticles.article("Old", ""));
        put(index, List.of(old));
        ParsedFile changed = file("a/one.md", TestArticles.article("New", ""));
        ParsedFile added = file("a/two.md", TestArticles.article("Two", ""));
        index.update(
                List.of(changed, added),
                Set.of(),
                written -> assertEquals(List.of(old.stored()), index.files()));
        assertEquals(List.of(changed.stored(), added.stored()), index.files());
    }

    @Test
    void updateThatIsNotCommittedLeavesTheIndexAsItWas() {
        Index index = Index.open(data);
        ParsedFile old = file("a/one.md", TestArticles.article("Old", ""));
        put(index, List.of(old));
        try (Index.Update update = index.update()) {
            update.put(file("a/one.md", TestArticles.article("New", "")));
            update.remove("a/one.md");
        }
        assertEquals(List.of(old.stored()), index.files());
    }

    @Test
    void headsAreFilesWithoutTheirTexts() {
        Index index = Index.open(data);
        ParsedFile file = file("a/one.md", TestArticles.article("One", RICH_HEAD));
        put(index, List.of(file));
        ParsedFile head = index.heads().get(0);
        assertEquals(file.article().map(Article::head), head.article().map(Article::head));
        assertEquals(file.article().map(Article::links), head.article().map(Article::links));
        assertEquals(file.diagnostics(), head.diagnostics());
        assertEquals("", head.markdown());
        assertEquals(List.of(), head.article().orElseThrow().sections());
    }
}

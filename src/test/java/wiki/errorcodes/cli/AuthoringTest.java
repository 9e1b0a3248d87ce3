package wiki.errorcodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;

/** What an editor does with articles on the command line: new, try, move. */
class AuthoringTest {

    @TempDir private Path folder;

    private Path content;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void write() {
        content = folder.resolve("content");
        TestArticles.write(
                content,
                "net/_collection.md",
                TestArticles.collection("Net", 1)
                        .replace(
                                "icon: globe\n",
                                "icon: globe\narticles:\n  - refused\n  - reset\n"));
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 2));
        TestArticles.write(
                content,
                "net/refused.md",
                TestArticles.article(
                        "Refused",
                        "messages:\n  chrome: \"{host} refused to connect.\"\nrelated: [reset]\n"));
        TestArticles.write(
                content,
                "net/reset.md",
                TestArticles.article(
                                "Reset",
                                "messages:\n  chrome: \"The connection was reset by {host} while loading.\"\n"
                                        + "tell_apart:\n  refused: Look at the panel.\nrelated:\n  - refused # the usual one\n")
                        + "\n## More\n\nSee [[refused]], [[refused|that]], [it](refused.md#steps), [there](/errors/refused) and `refused`.\n");
        TestArticles.write(
                content,
                "cors/blocked.md",
                TestArticles.article("Blocked", "related: ['refused', \"reset\"]\n")
                        + "\n## More\n\nSee [it](../net/refused.md).\n");
    }

    private Ran run(String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(
                List.of(
                        "--content",
                        content.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        int code =
                Main.run(
                        all.toArray(String[]::new),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.of(),
                        LocalDate.of(2026, 11, 24));
        return new Ran(code, out.toString(), err.toString());
    }

    private String text(String path) throws IOException {
        return Files.readString(content.resolve(path));
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(content)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(content.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void newArticleIsFilledInFromAPaste() throws IOException {
        Ran ran =
                run(
                        "GET https://a.example/x net::ERR_ODD 200 (OK)\napp.js:3 Uncaught TypeError: foo is not a function\n",
                        "new",
                        "odd-thing",
                        "--collection",
                        "net",
                        "--from",
                        "-");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith(content.resolve("net/odd-thing.md").toString()), ran.out());
        String text = text("net/odd-thing.md");
        assertTrue(
                text.startsWith(
                        """
                        ---
                        # yaml-language-server: $schema=http://localhost:7070/schema/article.json
                        title: "Odd thing"
                        """),
                text);
        assertTrue(text.contains("    - \"{expression} is not a function\"\n"), text);
        assertTrue(text.contains("  - \"net::ERR_ODD\"\n"), text);
        assertTrue(text.contains("related: ["), text);
        assertEquals("", ran.err());
    }

    @Test
    void newWarnsWhereThePasteLandsAlready() {
        Ran ran =
                run(
                        "",
                        "new",
                        "second",
                        "--collection",
                        "net",
                        "--from",
                        "localhost:3000 refused to connect.");
        assertEquals(0, ran.code());
        assertEquals(
                "warning: line 1 of the paste lands on net/refused.md already (match)\n",
                ran.err().replace("\r", ""));
        assertTrue(ran.out().contains("{host} refused to connect."), ran.out());
    }

    @Test
    void newLeavesToOtherArticlesWhatIsTheirs() throws IOException {
        Ran ran =
                run(
                        "localhost:3000 refused to connect.\nThe frobnicator failed to quux.\n",
                        "new",
                        "third",
                        "--collection",
                        "net",
                        "--from",
                        "-");
        assertTrue(ran.err().contains("lands on net/refused.md already"), ran.err());
        String text = text("net/third.md");
        assertTrue(
                text.contains("messages:\n  chrome:\n    - \"The frobnicator failed to quux.\"\n"),
                text);
        assertTrue(text.contains("    localhost:3000 refused to connect.\n"), "the paste is kept");
    }

    @Test
    void newRefusesWhatWouldCollide() throws IOException {
        SortedMap<String, String> before = files();
        assertEquals(
                "errorwiki: the slug \"refused\" belongs to net/refused.md\n",
                run("", "new", "refused", "--collection", "cors").err());
        assertEquals(
                "errorwiki: \"Not Kebab\" is not in kebab-case; write not-kebab\n",
                run("", "new", "Not Kebab", "--collection", "cors").err());
        Ran unknown = run("", "new", "x", "--collection", "cros");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean \"cors\"?"), unknown.err());
        assertEquals(before, files());
    }

    @Test
    void newIsDatedAndNamesTheSchemaOfTheWiki() throws IOException {
        Ran ran = run("", "new", "x", "--collection", "net", "--url", "https://wiki.example/e/");
        assertEquals(0, ran.code(), ran.err());
        String text = text("net/x.md");
        assertTrue(text.contains("$schema=https://wiki.example/e/schema/article.json\n"), text);
        assertTrue(text.contains("reviewed: 2026-11-24\n"), text);
        assertEquals(2, run("", "new", "y", "--collection", "net", "--url", "wiki").code());
    }

    @Test
    void newMakesACollectionThatNoOtherIsCalledLike() throws IOException {
        Ran ran = run("", "new", "leak", "--collection", "page-memory");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(Files.exists(content.resolve("page-memory/leak.md")));
        assertEquals(
                """
                ---
                title: "Page memory"
                summary: ""
                icon: shield
                articles:
                  - leak
                ---
                """,
                text("page-memory/_collection.md"));
        Ran checked = run("", "check");
        assertTrue(
                checked.out()
                        .lines()
                        .filter(line -> line.startsWith("page-memory/_collection.md"))
                        .allMatch(line -> line.contains("\"leak\"")),
                checked.out());
    }

    @Test
    void newKeepsSecretsOutOfTheExample() throws IOException {
        Ran ran =
                run(
                        "",
                        "new",
                        "odd",
                        "--collection",
                        "net",
                        "--from",
                        "Frob failed for https://anna:hunter22@a.example/x");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.err().contains("has no secrets any more: 1 × password in an address"),
                ran.err());
        assertFalse(text("net/odd.md").contains("hunter22"));
    }

    @Test
    void newProposesATemplateForWhatOnlyResemblesAnother() throws IOException {
        // Among many articles, words that only one of them has say more.
        for (char letter = 'a'; letter <= 'z'; letter++) {
            TestArticles.write(
                    content,
                    "cors/about-" + letter + ".md",
                    TestArticles.article(
                            "About " + letter,
                            "messages:\n  chrome: \"Cannot open widget%s because of {text} today.\"\n"
                                    .formatted(String.valueOf(letter).repeat(5))));
        }
        Ran ran =
                run(
                        "",
                        "new",
                        "closed",
                        "--collection",
                        "net",
                        "--from",
                        "localhost:3000 refused to connect.\nError: The connection was reset by the server of a.example while loading");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("line 2 of the paste lands on net/reset.md"), ran.err());
        assertTrue(ran.err().contains("(likely)"), ran.err());
        assertTrue(
                text("net/closed.md")
                        .contains("The connection was reset by the server of {host} while loading"),
                text("net/closed.md"));
    }

    @Test
    void unfinishedArticlesHaveTheirNamesToo() throws IOException {
        assertEquals(0, run("", "new", "begun", "--collection", "net").code());
        assertEquals(
                "errorwiki: the slug \"begun\" belongs to net/begun.md\n",
                run("", "new", "begun", "--collection", "cors").err());
        assertEquals(
                "errorwiki: the slug \"begun\" belongs to net/begun.md\n",
                run("", "move", "refused", "begun").err());
        Ran moved = run("", "move", "begun", "cors/better");
        assertEquals(0, moved.code(), moved.err());
        assertFalse(Files.exists(content.resolve("net/begun.md")));
        assertTrue(text("cors/better.md").contains("aliases: [begun]\n"));
    }

    @Test
    void tryShowsWhoWinsAndWhyOthersLose() {
        Ran ran = run("", "try", "The connection was reset by a.example while loading.");
        assertEquals(0, ran.code(), ran.out());
        assertTrue(
                ran.out().startsWith("line 1: reset  match by signature, confidence 0."),
                ran.out());
        assertTrue(ran.out().contains("  wins   reset  net/reset.md:5:11"), ran.out());
        assertTrue(ran.out().contains("host         a.example"), ran.out());
    }

    @Test
    void draftTakesPartBeforeItIsFinished() throws IOException {
        Path draft = folder.resolve("cors/draft.md");
        TestArticles.write(
                folder,
                "cors/draft.md",
                "---\ntitle: Draft\nsummary: \"\"\nmessages:\n  chrome: \"The connection was reset by {host} while loading the {kind} list.\"\n---\n");
        String paste = "The connection was reset by a.example while loading the price list.";
        Ran without = run("", "try", paste);
        assertTrue(without.out().startsWith("line 1: reset"), without.out());
        Ran with = run("", "try", paste, "--draft", draft.toString(), "--json");
        assertEquals(0, with.code(), with.out());
        JsonNode json = new ObjectMapper().readTree(with.out());
        assertEquals("draft", json.at("/lands/0/slug").asText());
        assertEquals("wins", json.at("/considered/0/outcome").asText());
        assertEquals("price", json.at("/considered/0/captures/kind").asText());
        assertEquals("loses", json.at("/considered/1/outcome").asText());
        assertTrue(
                json.at("/considered/1/reason").asText().startsWith("less fixed text than draft"),
                with.out());
        Ran lost = run("", "try", "localhost refused to connect.", "--draft", draft.toString());
        assertEquals(1, lost.code(), "it lands, but not on the draft");
        assertEquals(
                "errorwiki: there is no file nowhere.md\n",
                run("", "try", "x", "--draft", "nowhere.md").err());
        assertEquals(2, run("", "try", "x", "--draft", content.toString()).code(), "a folder");
        Path latin = Files.write(folder.resolve("latin.md"), new byte[] {'-', (byte) 0xFC});
        assertEquals(
                "errorwiki: " + latin + " is not UTF-8\n",
                run("", "try", "x", "--draft", latin.toString()).err());
        Ran elsewhere =
                run("", "try", paste, "--draft", draft.toString(), "--collection", "net", "--json");
        assertEquals(
                "net/draft.md",
                new ObjectMapper().readTree(elsewhere.out()).at("/considered/0/path").asText());
    }

    @Test
    void trySaysWhereAWordingParts() {
        Ran ran = run("", "try", "Failed: The connection was reset by the peer without loading.");
        assertTrue(
                ran.out()
                        .contains(
                                "after \"The connection was reset by\" it goes on with \"while\", which does not follow"),
                ran.out());
    }

    @Test
    void moveRenamesTheFileAndEverythingThatNamesIt() throws IOException {
        TestArticles.write(content, "net/refused/p.txt", "picture");
        Ran ran = run("", "move", "refused", "connection-refused");
        assertEquals(0, ran.code(), ran.err());
        assertFalse(Files.exists(content.resolve("net/refused.md")));
        assertEquals("picture", text("net/connection-refused/p.txt"));
        assertTrue(
                text("net/connection-refused.md")
                        .contains("related: [reset]\naliases: [refused]\n---\n"),
                text("net/connection-refused.md"));
        String reset = text("net/reset.md");
        assertTrue(
                reset.contains(
                        "tell_apart:\n  connection-refused: Look at the panel.\nrelated:\n  - connection-refused # the usual one\n"),
                reset);
        assertTrue(
                reset.contains(
                        "See [[connection-refused]], [[connection-refused|that]], [it](connection-refused.md#steps), [there](/errors/connection-refused) and `refused`.\n"),
                reset);
        assertTrue(text("cors/blocked.md").contains("related: ['connection-refused', \"reset\"]"));
        assertTrue(text("cors/blocked.md").contains("[it](../net/connection-refused.md)"));
        assertTrue(
                text("net/_collection.md")
                        .contains("articles:\n  - connection-refused\n  - reset\n"));
        // And back again: the alias that would lead to the article itself goes.
        assertEquals(0, run("", "move", "connection-refused", "refused").code());
        assertTrue(text("net/refused.md").contains("aliases: [connection-refused]\n"));
    }

    @Test
    void moveToAnotherCollectionKeepsTheSlug() throws IOException {
        assertEquals(0, run("", "move", "refused", "cors/refused").code());
        assertFalse(text("cors/refused.md").contains("aliases"));
        assertTrue(text("net/reset.md").contains("[it](../cors/refused.md#steps)"));
        assertTrue(text("cors/blocked.md").contains("[it](refused.md)"));
        assertTrue(text("net/_collection.md").contains("articles:\n  - reset\n---\n"));
    }

    @Test
    void moveLeavesTheFormOfFilesAsItIs() throws IOException {
        TestArticles.write(
                content,
                "net/refused.md",
                "\uFEFF"
                        + text("net/refused.md")
                                .replace(
                                        "related: [reset]\n",
                                        "related: [reset]\naliases:\n  - older # from 2024\n"));
        TestArticles.write(content, "net/reset.md", text("net/reset.md").replace("\n", "\r\n"));
        assertEquals(0, run("", "move", "refused", "connection-refused").code());
        String moved = text("net/connection-refused.md");
        assertTrue(moved.startsWith("\uFEFF---\n"), moved);
        assertTrue(moved.contains("\naliases:\n  - older # from 2024\n  - refused\n---\n"), moved);
        String reset = text("net/reset.md");
        assertTrue(reset.contains("\r\n  - connection-refused # the usual one\r\n"), reset);
        assertFalse(reset.replace("\r\n", "").contains("\n"), "one line break is another's");
        assertEquals(
                Files.getPosixFilePermissions(content.resolve("cors/blocked.md")),
                Files.getPosixFilePermissions(content.resolve("net/connection-refused.md")));
    }

    @Test
    void dryRunSaysWhatWouldChangeAndWritesNothing() throws IOException {
        SortedMap<String, String> before = files();
        Ran ran = run("", "move", "refused", "connection-refused", "--dry-run");
        assertEquals(0, ran.code());
        assertTrue(
                ran.out().startsWith("net/refused.md -> net/connection-refused.md\n"), ran.out());
        assertTrue(
                ran.out()
                        .contains(
                                "cors/blocked.md:4\n  - related: ['refused', \"reset\"]\n  + related: ['connection-refused', \"reset\"]\ncors/blocked.md:"),
                ran.out());
        assertTrue(ran.out().contains("net/refused.md:7\n  + aliases: [refused]\n"), ran.out());
        assertEquals(before, files());
    }

    @Test
    void moveRefusesWhatIsTaken() throws IOException {
        SortedMap<String, String> before = files();
        assertEquals(
                "errorwiki: the slug \"reset\" belongs to net/reset.md\n",
                run("", "move", "refused", "reset").err());
        assertEquals(
                "errorwiki: no article \"refusd\"; did you mean \"refused\"?\n",
                run("", "move", "refusd", "x").err());
        assertEquals(
                "errorwiki: \"Not Kebab\" is not in kebab-case; write not-kebab\n",
                run("", "move", "refused", "Not Kebab").err());
        assertEquals(2, run("", "move", "refused", "nowhere/refused").code());
        assertEquals(2, run("", "move", "refused", "refused").code());
        assertEquals(before, files());
        TestArticles.write(content, "net/other/p.txt", "somebody's pictures");
        Ran pictures = run("", "move", "refused", "other");
        assertTrue(pictures.err().contains("other is there already"), pictures.err());
    }
}

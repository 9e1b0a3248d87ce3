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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.source.Rule;

class MainTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;

    private Path content;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void write() {
        content = folder.resolve("content");
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 1));
        TestArticles.write(
                content,
                "net/refused.md",
                TestArticles.article(
                                "Refused",
                                "codes: [net::ERR_CONNECTION_REFUSED]\nmessages:\n  chrome: \"{host} refused to connect.\"\n")
                        .replace("Because of a test.", "Nobody listens at {{host}}."));
    }

    private Ran run(String input, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(
                        args,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        environment,
                        TODAY);
        return new Ran(code, out.toString(), err.toString());
    }

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(
                List.of(
                        "--content",
                        content.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        return run("", Map.of(), all.toArray(String[]::new));
    }

    private static void assertOneLine(String start, String err) {
        assertTrue(err.startsWith("errorwiki: " + start), err);
        assertEquals(1, err.strip().lines().count(), err);
    }

    @Test
    void searchExplainsWithTheReadersValues() {
        Ran ran = run("search", "localhost:3000 refused to connect.");
        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("Refused  /errors/refused"), ran.out());
        assertTrue(ran.out().contains("Nobody listens at localhost:3000."), ran.out());
        assertFalse(ran.out().contains("\u001B"), "colours although this is no terminal");
    }

    @Test
    void searchReadsAPasteFromStandardInput() throws IOException {
        Ran ran =
                run(
                        "GET http://localhost:3000/ net::ERR_CONNECTION_REFUSED",
                        Map.of(),
                        "search",
                        "-",
                        "--json",
                        "--content",
                        content.toString(),
                        "--data",
                        folder.resolve("data").toString());
        JsonNode error = new ObjectMapper().readTree(ran.out()).path("errors").path(0);
        assertEquals("match", error.path("verdict").asText());
        assertEquals("code", error.path("matches").path(0).path("evidence").asText());
    }

    @Test
    void searchSaysPlainlyThatNothingMatches() {
        Ran ran = run("search", "the moon is blue");
        assertEquals(1, ran.code());
        assertTrue(ran.out().startsWith("No article matches this error."), ran.out());
    }

    @Test
    void checkIsSilentWhenAllIsWell() throws IOException {
        List<String> slugs = List.of("refused", "reset", "closed", "lost");
        for (String slug : slugs) {
            String message = "The peer has " + slug + " the whole connection now";
            TestArticles.write(
                    content,
                    "net/" + slug + ".md",
                    TestArticles.finished(
                            slug,
                            "messages:\n  chrome: \""
                                    + message
                                    + "\"\nexamples:\n  - \""
                                    + message
                                    + "\"\n  - \"Uncaught TypeError: "
                                    + message
                                    + "\"\n",
                            slugs.stream()
                                    .filter(other -> !other.equals(slug))
                                    .toArray(String[]::new)));
        }
        Ran ran = run("check");
        assertEquals(0, ran.code());
        assertEquals("", ran.out());
    }

    @Test
    void checkPrintsWhereWhatAndHow() throws IOException {
        TestArticles.write(
                content, "net/bad.md", TestArticles.article("Bad", "relatd: [refused]\n"));
        Ran ran = run("check");
        assertEquals(1, ran.code());
        assertTrue(
                ran.out()
                        .startsWith(
                                """
                                net/bad.md:4:1: error: unknown key "relatd" [unknown-key]
                                    relatd: [refused]
                                    ^^^^^^
                                    hint: did you mean "related"?
                                net/refused.md:1:1: warning: there is no Fixes section [fixes]
                                """),
                ran.out());
        assertTrue(
                ran.out().endsWith("\n1 error, 7 other remarks; articles served: 1\n"), ran.out());
        JsonNode found =
                new ObjectMapper()
                        .readTree(run("check", "--json").out())
                        .path("diagnostics")
                        .path(0);
        assertEquals("unknown-key", found.path("rule").asText());
        assertEquals(4, found.path("line").asInt());
    }

    @Test
    void stockWikiLacksNothing() {
        Ran ran =
                run(
                        "",
                        Map.of(),
                        "check",
                        "--content",
                        "content",
                        "--data",
                        folder.resolve("stock").toString());
        assertEquals("", ran.out());
        assertEquals(0, ran.code());
    }

    @Test
    void checkReportsOnThePathsItIsGiven() {
        TestArticles.write(content, "net/bad.md", TestArticles.article("Bad", "relatd: []\n"));
        TestArticles.write(content, "tls/_collection.md", TestArticles.collection("TLS", 2));
        TestArticles.write(content, "tls/old.md", TestArticles.article("Old", ""));
        Ran good = run("check", "net/refused.md", content.resolve("tls").toString());
        assertEquals(0, good.code(), good.out());
        assertTrue(good.out().contains("net/refused.md:"), good.out());
        assertTrue(good.out().contains("tls/old.md:"), good.out());
        assertFalse(good.out().contains("net/bad.md:"), good.out());
        assertEquals(1, run("check", "net").code());
        assertEquals(1, run("check", content.toString()).code());
        Ran none = run("check", "net/nowhere.md");
        assertEquals(2, none.code());
        assertOneLine("there is no article or folder net/nowhere.md", none.err());
    }

    @Test
    void checkTakesRulesAsSeriouslyAsTheWikiSays() {
        TestArticles.write(
                content, "check.yaml", "rules:\n  fixes: error\n  faq: off\n  orphans: info\n");
        Ran ran = run("check");
        assertEquals(1, ran.code());
        assertTrue(
                ran.out()
                        .startsWith(
                                """
                                check.yaml:4:3: error: no rule "orphans" [unknown-key]
                                      orphans: info
                                      ^^^^^^^
                                    hint: did you mean "orphan"?
                                net/refused.md:1:1: error: there is no Fixes section [fixes]
                                """),
                ran.out());
        assertFalse(ran.out().contains("[faq]"), ran.out());
        String rules = run("check", "--rules").out();
        assertTrue(
                rules.contains("faq                    off           two to five questions"),
                rules);
        assertTrue(rules.contains("fixes                  error         fixes are"), rules);
        assertTrue(rules.contains("related                warning  fix  three to six"), rules);
    }

    @Test
    void checkMendsFilesAndKeepsWhatItDoesNotMend() throws IOException {
        String text =
                "\uFEFF"
                        + TestArticles.article("Old", "tags: [net] # all\nseverity: info\n")
                                .replace("\n", "\r\n");
        TestArticles.write(content, "net/old.md", text);
        Ran ran = run("check", "--fix", "net/old.md");
        assertTrue(ran.out().startsWith("mended net/old.md: key-order\n"), ran.out());
        assertEquals(
                text.replace(
                        "tags: [net] # all\r\nseverity: info\r\n",
                        "severity: info\r\ntags: [net] # all\r\n"),
                Files.readString(content.resolve("net/old.md")));
        try (Stream<Path> files = Files.list(content.resolve("net"))) {
            assertEquals(3, files.count(), "nothing is left beside the files");
        }
    }

    @Test
    void checkMendsNoFileThatIsNotChosen() throws IOException {
        String text = TestArticles.article("Old", "tags: [net]\nseverity: info\n");
        TestArticles.write(content, "net/old.md", text);
        run("check", "--fix", "net/refused.md");
        assertEquals(text, Files.readString(content.resolve("net/old.md")));
    }

    @Test
    void articlesInTheProgramAreNotMended() {
        Ran ran = run("", Map.of(), "check", "--fix", "--data", folder.resolve("stock").toString());
        assertEquals(2, ran.code());
        assertOneLine("the articles in the program cannot be mended", ran.err().strip());
    }

    @Test
    void checkWritesSarif() throws IOException {
        TestArticles.write(content, "net/bad.md", TestArticles.article("Bad", "relatd: []\n"));
        TestArticles.write(content, "check.yaml", "rules: {sources: off, faq: info}\n");
        Ran ran = run("check", "--format", "sarif");
        assertEquals(1, ran.code());
        JsonNode sarif = new ObjectMapper().readTree(ran.out());
        assertEquals("2.1.0", sarif.path("version").asText());
        JsonNode driver = sarif.path("runs").path(0).path("tool").path("driver");
        assertEquals("errorwiki", driver.path("name").asText());
        Map<String, JsonNode> rules = new HashMap<>();
        driver.path("rules").forEach(rule -> rules.put(rule.path("id").asText(), rule));
        assertEquals(Rule.values().length, rules.size());
        assertFalse(rules.get("sources").at("/defaultConfiguration/enabled").asBoolean());
        assertEquals("note", rules.get("faq").at("/defaultConfiguration/level").asText());
        assertEquals(Rule.FAQ.sentence(), rules.get("faq").at("/shortDescription/text").asText());
        JsonNode result = sarif.at("/runs/0/results/0");
        assertEquals("unknown-key", result.path("ruleId").asText());
        assertEquals(
                "unknown-key",
                driver.path("rules").path(result.path("ruleIndex").asInt()).path("id").asText());
        assertEquals("error", result.path("level").asText());
        assertEquals(
                "unknown key \"relatd\"; did you mean \"related\"?",
                result.at("/message/text").asText());
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertTrue(
                place.at("/artifactLocation/uri").asText().endsWith("content/net/bad.md"),
                place.toString());
        assertEquals(
                List.of(4, 1, 7),
                List.of(
                        place.at("/region/startLine").asInt(),
                        place.at("/region/startColumn").asInt(),
                        place.at("/region/endColumn").asInt()));
    }

    @Test
    void checkWritesTheCommandsOfAGithubWorkflow() {
        content = folder.resolve("a,b:100%");
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 1));
        TestArticles.write(content, "net/bad.md", TestArticles.article("Bad", "100%: []\n"));
        Ran ran = run("check", "--format", "github");
        assertEquals(1, ran.code());
        String file =
                content.resolve("net/bad.md").toString().replace("a,b:100%", "a%2Cb%3A100%25");
        assertTrue(
                ran.out()
                        .startsWith(
                                "::error file="
                                        + file
                                        + ",line=4,col=1,endColumn=5,title=unknown-key"
                                        + "::unknown key \"100%25\"%0Athe keys are "),
                ran.out());
        assertEquals(1, ran.out().lines().count());
    }

    @Test
    void checkRefusesAFormatItDoesNotKnow() {
        Ran ran = run("check", "--format", "xml");
        assertEquals(2, ran.code());
        assertOneLine("there is no format \"xml\"; write text, json, sarif or github", ran.err());
    }

    @Test
    void indexSaysWhatItHolds() {
        assertTrue(run("index").out().startsWith("1 articles in 1 collections, 0 errors, "));
    }

    @Test
    void evalMeasuresAgainstKnownAnswers() throws IOException {
        Path cases =
                Files.writeString(
                        folder.resolve("cases.jsonl"),
                        """
                {"id":"a","text":"localhost refused to connect.","kind":"single","browser":"chrome","gold":["refused"]}
                {"id":"b","text":"the moon is blue","kind":"negative","gold":[]}
                {"id":"c","text":"some other error","kind":"single","gold":["not-written"]}
                """);
        Ran ran = run("eval", cases.toString());
        assertEquals(0, ran.code());
        assertTrue(
                ran.out().contains("single            1      1   100.0%   100.0%          1"),
                ran.out());
        assertEquals(
                2,
                new ObjectMapper()
                        .readTree(run("eval", "--json", cases.toString()).out())
                        .path("all")
                        .path("right")
                        .asInt());
    }

    @Test
    void evalSaysWhichLineCannotBeRead() throws IOException {
        Path cases =
                Files.writeString(
                        folder.resolve("cases.jsonl"),
                        "{\"text\":\"x\",\"kind\":\"single\"}\n{\"kind\":\"single\"}\n");
        Ran ran = run("eval", cases.toString());
        assertEquals(2, ran.code());
        assertOneLine(cases + ":2: a case needs the text \"text\"", ran.err());
    }

    @Test
    void portInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran ran = run("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertEquals(2, ran.code());
            assertOneLine("port " + taken.getLocalPort() + " is in use", ran.err());
        }
    }

    @Test
    void missingContentFolderIsOneLine() {
        Ran ran =
                run(
                        "",
                        Map.of(),
                        "serve",
                        "--content",
                        folder.resolve("nowhere").toString(),
                        "--data",
                        folder.toString());
        assertEquals(2, ran.code());
        assertOneLine("there is no content folder", ran.err());
    }

    @Test
    void unwritableDataFolderIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Ran ran =
                run(
                        "",
                        Map.of(),
                        "check",
                        "--content",
                        content.toString(),
                        "--data",
                        file.resolve("data").toString());
        assertEquals(2, ran.code());
        assertOneLine("the data folder", ran.err());
    }

    @Test
    void optionsComeFromTheEnvironmentToo() {
        Map<String, String> environment =
                Map.of(
                        "ERRORWIKI_CONTENT",
                        folder.resolve("nowhere").toString(),
                        "ERRORWIKI_DATA",
                        folder.toString());
        assertOneLine("there is no content folder", run("", environment, "check").err());
        assertOneLine(
                "there is no port 70000",
                run(
                                "",
                                Map.of("ERRORWIKI_PORT", "70000"),
                                "--content",
                                content.toString(),
                                "--data",
                                folder.resolve("data").toString())
                        .err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "index", "search", "check", "eval"})
    void everyCommandHasHelp(String command) {
        Ran ran = run("", Map.of(), command, "--help");
        assertEquals(0, ran.code());
        assertTrue(ran.out().startsWith("Usage: errorwiki " + command), ran.out());
        assertTrue(ran.out().contains("--content=DIR"), ran.out());
    }

    @Test
    void wrongUseIsExplainedWithoutAStackTrace() {
        Ran ran = run("", Map.of(), "serve", "--prot", "1");
        assertEquals(2, ran.code());
        assertTrue(
                ran.err().contains("Unknown option")
                        && ran.err().contains("Try 'errorwiki serve --help'"),
                ran.err());
        assertEquals(2, run("", Map.of(), "nonsense").code());
    }

    @Test
    void rehearsalServesSomePagesAndEnds() {
        Ran ran = run("rehearse");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("rehearsed with 14 requests"), ran.out());
    }

    @Test
    void rateBelowNoneIsRefused() {
        Ran ran = run("serve", "--rate", "-1");
        assertEquals(2, ran.code());
        assertEquals(
                "errorwiki: there is no rate -1; it is searches a second, 0 for any number",
                ran.err().strip());
    }
}

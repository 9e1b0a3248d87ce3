package wiki.errorcodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.check.Fixer;
import wiki.errorcodes.source.Rule;

/**
 * Every rule, seen by an author: the folder of a rule has a small wiki that breaks it ({@code
 * content/}), what {@code check} prints ({@code expected.txt}) and, where the rule can be mended,
 * the files that {@code --fix} changes, as they are then ({@code fixed/}). With {@code
 * -Dgolden.write=true} the expected files are written instead of compared.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** What the small wikis lack, and are not about. */
    private static final List<Rule> UNFINISHED =
            List.of(
                    Rule.FIXES,
                    Rule.FAQ,
                    Rule.RELATED,
                    Rule.EXAMPLES,
                    Rule.SOURCES,
                    Rule.REVIEW_DATE,
                    Rule.ORPHAN);

    @TempDir private Path folder;

    static Stream<Rule> rules() {
        // The web is asked in ExternalLinksTest.
        return Stream.of(Rule.values()).filter(rule -> rule != Rule.EXTERNAL_LINK);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsReportedAndMendedAsExpected(Rule rule) throws IOException {
        Path golden = GOLDEN.resolve(rule.id());
        Path content = copied(rule, golden.resolve("content"));
        String printed = check(content);
        assertTrue(printed.contains("[" + rule.id() + "]"), printed);
        compare(golden.resolve("expected.txt"), printed);

        Map<String, String> before = files(content);
        check(content, "--fix");
        Map<String, String> after = files(content);
        Map<String, String> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
        Path fixed = golden.resolve("fixed");
        assertEquals(Fixer.mends(rule), Files.isDirectory(fixed), "there is a folder " + fixed);
        assertEquals(
                Fixer.mends(rule) ? files(fixed) : Map.of(), changed, "what --fix has changed");

        String again = check(content, "--fix");
        assertFalse(again.contains("mended "), again);
        assertEquals(after, files(content), "what a second --fix leaves");
    }

    private Path copied(Rule rule, Path from) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(
                content,
                "check.yaml",
                UNFINISHED.stream()
                        .filter(other -> other != rule)
                        .map(other -> "  " + other.id() + ": off\n")
                        .collect(Collectors.joining("", "rules:\n", "")));
        if (rule != Rule.MISSING_COLLECTION) {
            TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 1));
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = content.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        if (rule == Rule.IMAGE_WEIGHT) {
            // Too heavy to keep: a picture with much behind its end.
            byte[] dot =
                    Files.readAllBytes(GOLDEN.resolve("image-alt/content/net/refused/dot.gif"));
            Path heavy =
                    Files.createDirectories(content.resolve("net/refused")).resolve("dots.gif");
            Files.write(heavy, Arrays.copyOf(dot, 310 * 1024));
        }
        return content;
    }

    private String check(Path content, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(
                        Stream.concat(
                                        Stream.of(
                                                "check",
                                                "--content",
                                                content.toString(),
                                                "--data",
                                                folder.resolve("data").toString()),
                                        Stream.of(options))
                                .toArray(String[]::new),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.of(),
                        TODAY);
        assertEquals(
                out.toString().contains(": error: ") ? Main.FAILED : Main.OK,
                code,
                out + err.toString());
        return out.toString();
    }

    private static void compare(Path expected, String printed) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, printed);
        }
        assertEquals(Files.readString(expected), printed);
    }

    /** Every byte as one character, so that one sees what has changed. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}

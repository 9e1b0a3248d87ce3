package wiki.errorcodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.article.Stack;
import wiki.errorcodes.check.Fixer;
import wiki.errorcodes.signature.Placeholder;
import wiki.errorcodes.source.Rule;

/** The documentation says what the program does: what is listed in both is compared. */
class DocumentationTest {

    private static List<String> all(String file, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void everyRuleIsExplained() throws IOException {
        assertEquals(
                Stream.of(Rule.values())
                        .map(rule -> rule.id() + " " + rule.severity().label())
                        .toList(),
                Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\w+) \\|")
                        .matcher(Files.readString(Path.of("src/docs/diagnostics.md")))
                        .results()
                        .map(match -> match.group(1) + " " + match.group(2))
                        .toList());
    }

    @Test
    void rulesThatAreMendedOrAlwaysErrorsAreMarked() throws IOException {
        String text = Files.readString(Path.of("src/docs/diagnostics.md"));
        for (Rule rule : Rule.values()) {
            String row =
                    text.lines()
                            .filter(line -> line.startsWith("| `" + rule.id() + "` |"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(Fixer.mends(rule), row.contains(" *Fix"), row);
            assertEquals(rule.isBinding(), row.contains(" *Always.*"), row);
        }
    }

    @Test
    void everyPlaceholderIsInTheVocabulary() throws IOException {
        assertEquals(
                new TreeSet<>(Placeholder.names()),
                new TreeSet<>(all("src/docs/writing-articles.md", "`\\{([a-z_]+)}`")));
    }

    @Test
    void everyStackIsInTheListOfFixHeadings() throws IOException {
        String text = Files.readString(Path.of("src/docs/writing-articles.md"));
        String list = text.substring(text.indexOf("Servers:"), text.indexOf("A heading may go on"));
        assertEquals(
                Stack.titles(),
                Pattern.compile("`([^`]+)`")
                        .matcher(list)
                        .results()
                        .map(match -> match.group(1))
                        .toList());
    }

    @Test
    void everyOptionIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String option :
                List.of("--port", "--host", "--url", "--content", "--overlay", "--data")) {
            assertTrue(
                    readme.contains(
                            "| `"
                                    + option
                                    + "` | `ERRORWIKI_"
                                    + option.substring(2).toUpperCase(java.util.Locale.ROOT)
                                    + "` |"),
                    option);
        }
    }

    @Test
    void linksOfTheDocumentationLeadSomewhere() throws IOException {
        for (String file : List.of("README.md", "CONTRIBUTING.md", "src/docs/diagnostics.md")) {
            for (String link : all(file, "\\]\\(([^)#:]+)\\)")) {
                assertTrue(
                        Files.exists(Path.of(file).resolveSibling(link)),
                        file + " links to " + link);
            }
        }
    }
}

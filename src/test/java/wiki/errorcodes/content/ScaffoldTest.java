package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

class ScaffoldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** What is still to be written, and nothing else, may be wrong with a scaffold. */
    private static final Set<Rule> UNWRITTEN =
            Set.of(Rule.MISSING_KEY, Rule.QUICK_ANSWER, Rule.SECTION_LIST, Rule.SECTION_PARTS);

    private static Scaffold scaffold(String... errors) {
        return new Scaffold(
                errors.length == 0 ? "x" : errors[0],
                String.join("\n", errors),
                List.of(errors),
                List.of("a", "b"),
                TODAY,
                ArticleSchema.USUAL);
    }

    private static List<Diagnostic> check(String markdown) {
        return ParsedFile.of(
                        new ContentFolder.ContentFile(
                                "cors/new.md", markdown.getBytes(StandardCharsets.UTF_8), "hash"))
                .diagnostics();
    }

    @Test
    void pasteFillsTheFrontMatter() {
        String markdown =
                scaffold(
                                "app.js:3 Uncaught TypeError: Cannot read properties of null (reading 'id')",
                                "GET https://api.example.com/x net::ERR_ODD_THING 200 (OK)",
                                "Cookie “session” was dropped at https://a.example/x.")
                        .markdown();
        assertEquals(
                """
                ---
                # yaml-language-server: $schema=http://localhost:7070/schema/article.json
                title: "app.js:3 Uncaught TypeError: Cannot read properties of null (reading 'id')"
                summary: ""
                severity: error
                tags: []
                codes:
                  - "net::ERR_ODD_THING"
                messages:
                  chrome:
                    - "Cannot read properties of {value} (reading '{property}')"
                    - "{method} {url} net::ERR_ODD_THING {status} ({status_text})"
                  firefox:
                    - "Cookie “session” was dropped at {url}."
                examples:
                  - |
                    app.js:3 Uncaught TypeError: Cannot read properties of null (reading 'id')
                    GET https://api.example.com/x net::ERR_ODD_THING 200 (OK)
                    Cookie “session” was dropped at https://a.example/x.
                related: [a, b]
                sources: []
                reviewed: 2026-11-23
                ---
                """,
                markdown.substring(0, markdown.indexOf("\n---\n") + 5));
        assertEquals(
                Set.of(Rule.MISSING_KEY, Rule.QUICK_ANSWER, Rule.SECTION_PARTS),
                check(markdown).stream().map(Diagnostic::rule).collect(Collectors.toSet()));
    }

    @Test
    void withoutAPasteTheSectionsAreThere() {
        String markdown =
                new Scaffold("Odd thing", "", List.of(), List.of(), TODAY, ArticleSchema.USUAL)
                        .markdown();
        assertEquals(Map.<Browser, Set<String>>of(), scaffold().messages());
        assertEquals(
                List.of(),
                check(markdown).stream()
                        .filter(found -> !UNWRITTEN.contains(found.rule()))
                        .toList());
    }

    @Property(tries = 500)
    void whateverWasPastedTheFrontMatterCanBeRead(@ForAll String paste) {
        String markdown =
                new Scaffold(
                                paste,
                                paste,
                                paste.lines()
                                        .map(String::strip)
                                        .filter(line -> !line.isEmpty())
                                        .toList(),
                                List.of(),
                                TODAY,
                                ArticleSchema.USUAL)
                        .markdown();
        assertEquals(
                List.of(),
                check(markdown).stream()
                        .filter(found -> !UNWRITTEN.contains(found.rule()))
                        .toList(),
                markdown);
    }
}

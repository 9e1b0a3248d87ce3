package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.SourceFile;

class ArticleParserTest {

    private static final String FULL_HEAD =
            """
            severity: warning
            tags: [cors, http-headers]
            codes:
              - net::ERR_FAILED: -2
              - kSomething
            messages:
              chrome:
                - "Access to '{url}' from '{origin}'"
                - text: "Old {value} wording"
                  since: 80
                  until: 91
              firefox: "cannot load {url}"
              safari:
                - de: "Zugriff auf {url} verweigert"
            examples:
              - |
                line one
                line two
            defaults:
              origin: https://app.example.com
            consequence_of: [cause]
            tell_apart:
              other: Look there.
            decide:
              - ask: What do you see?
                answers:
                  "This": this-one
                  "That": that-one
            related: [near]
            aliases: [old-name]
            sources:
              - title: Fetch
                url: https://fetch.spec.whatwg.org/#cors
            reviewed: 2026-11-23
            """;

    private static ArticleParser.Parsed<Article> parse(String text) {
        return ArticleParser.article(new SourceFile("cors/slug.md", text), "hash");
    }

    private static Article good(String text) {
        ArticleParser.Parsed<Article> parsed = parse(text);
        assertEquals(List.of(), parsed.diagnostics());
        return parsed.value().orElseThrow();
    }

    private static List<String> problems(String text) {
        return parse(text).diagnostics().stream().sorted().map(Diagnostic::toString).toList();
    }

    @Test
    void everyKeyOfTheHeadIsRead() {
        Article article = good(TestArticles.article("A title", FULL_HEAD));
        FrontMatter head = article.head();
        assertEquals("A title", head.title());
        assertEquals("slug", article.slug());
        assertEquals("cors", article.collection());
        assertEquals(Severity.WARNING, head.severity());
        assertEquals(List.of("cors", "http-headers"), head.tags());
        assertEquals("net::ERR_FAILED", head.codes().get(0).identifier());
        assertEquals(OptionalInt.of(-2), head.codes().get(0).number());
        assertEquals(OptionalInt.empty(), head.codes().get(1).number());
        assertEquals(
                List.of("line one\nline two"),
                head.examples().stream().map(FrontMatter.Example::text).toList());
        assertEquals(Map.of("origin", "https://app.example.com"), head.defaults());
        assertEquals(
                "Look there.",
                article.references(Relation.TELL_APART).findFirst().orElseThrow().note());
        assertEquals(
                "cause",
                article.references(Relation.CONSEQUENCE_OF).findFirst().orElseThrow().target());
        assertEquals(
                "old-name", article.references(Relation.ALIAS).findFirst().orElseThrow().target());
        Decision decision = head.decisions().get(0);
        assertEquals(
                List.of("this-one", "that-one"),
                decision.answers().stream().map(Decision.Answer::target).toList());
        assertEquals("Fetch", head.sources().get(0).title());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 23)), head.reviewed());
    }

    @Test
    void wordingsKeepVersionsAndLanguage() {
        List<Wording> wordings = good(TestArticles.article("A title", FULL_HEAD)).head().wordings();
        assertEquals(
                List.of(Browser.CHROME, Browser.CHROME, Browser.FIREFOX, Browser.SAFARI),
                wordings.stream().map(Wording::browser).toList());
        assertEquals("80 to 91", wordings.get(1).versions());
        assertEquals("de", wordings.get(3).language());
    }

    @Test
    void sectionsComeAsHtmlTextAndParts() {
        Article article =
                good(
                        TestArticles.article("T", "")
                                + """

                ## Fixes

                ### nginx

                Use it:

                ```nginx
                add_header X "<y>";
                ```

                ## FAQ

                ### Why so?

                Because.
                """);
        assertEquals("Why does it happen?", article.quickAnswer().question());
        assertEquals("<p>Because of a test.</p>", article.quickAnswer().answerHtml());
        assertEquals(
                List.of("A detail."),
                article.parts(SectionKind.KEY_DETAILS).stream().map(Section.Part::text).toList());
        Section.Part fix = article.parts(SectionKind.FIXES).get(0);
        assertEquals("nginx", fix.heading());
        assertTrue(
                fix.html()
                        .contains(
                                "<code class=\"language-nginx\">add_header X &quot;&lt;y&gt;&quot;;\n</code>"),
                fix.html());
        assertEquals("why-so", article.parts(SectionKind.FAQ).get(0).anchor());
    }

    @Test
    void linksBetweenArticlesAreResolvedAndKept() {
        Article article =
                good(
                        TestArticles.article("T", "")
                                + "\n## More\n\nSee [[other]], [[third|the third]] and [that](../dns/fourth.md#steps) or [there](https://example.com/).\n");
        String html =
                LinkTitles.resolved(
                        article.freeSections().get(0).html(), slug -> "Title of " + slug);
        assertEquals(
                "<p>See <a href=\"/errors/other\">Title of other</a>, <a href=\"/errors/third\">the third</a> and <a href=\"/errors/fourth#steps\">that</a> or "
                        + "<a href=\"https://example.com/\" rel=\"noopener\" class=\"external\">there</a>.</p>",
                html);
        assertEquals(
                List.of("other", "third", "fourth"),
                article.links().stream().map(link -> link.target()).toList());
    }

    @Test
    void alertsTablesAndAutolinksWork() {
        String html =
                good(TestArticles.article("T", "")
                                + """

                ## More

                > [!WARNING]
                > Mind the gap.

                | a | b |
                | --- | --- |
                | 1 | 2 |

                At https://example.com/x today.
                """)
                        .freeSections()
                        .get(0)
                        .html();
        assertTrue(
                html.contains(
                        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>"),
                html);
        assertTrue(html.contains("<p>Mind the gap.</p>"), html);
        assertTrue(html.contains("<div class=\"table\" tabindex=\"0\">"), html);
        assertTrue(html.contains("<a href=\"https://example.com/x\""), html);
    }

    @Test
    void diagramIsDrawnWithoutInlineStyle() {
        String html =
                good(TestArticles.article("T", "")
                                + "\n## More\n\n```plantuml The browser asks & waits\nBrowser -> Server: GET <x>\n```\n")
                        .freeSections()
                        .get(0)
                        .html();
        assertTrue(html.startsWith("<figure class=\"diagram\" tabindex=\"0\"><svg "), html);
        assertTrue(
                html.contains("aria-label=\"The browser asks &amp; waits\"")
                        && html.contains("GET &lt;x&gt;"),
                html);
        assertFalse(
                html.contains("style=") || html.contains("<script") || html.contains("<title"),
                html);
    }

    @Test
    void diagramThatCannotBeDrawnIsReportedAtItsLine() {
        assertEquals(
                List.of(
                        "cors/slug.md:30:1: error: the diagram has no text alternative [diagram]",
                        "cors/slug.md:32:1: error: the diagram cannot be drawn: PlantUML does not understand this line [diagram]"),
                problems(
                        TestArticles.article("T", "")
                                + "\n## More\n\n```plantuml\nA -> B: x\n???\n```\n"));
    }

    @Test
    void rawHtmlAndScriptLinksDoNotPass() {
        assertEquals(
                List.of(
                        "cors/slug.md:30:3: error: raw HTML [raw-html]",
                        "cors/slug.md:30:7: error: raw HTML [raw-html]",
                        "cors/slug.md:30:12: error: the link \"javascript:x()\" leads nowhere [broken-link]"),
                problems(
                        TestArticles.article("T", "")
                                + "\n## More\n\na <b>x</b> [y](javascript:x())\n"));
    }

    @Test
    void bracesWithSpacesAreTextAndUnknownNamesAreReported() {
        String text =
                TestArticles.article("T", "") + "\n## More\n\n`{{ csrf }}` {{orign}} {{host}}\n";
        assertEquals(
                List.of(
                        "cors/slug.md:30:16: error: no placeholder \"orign\" in the vocabulary [placeholder]",
                        "cors/slug.md:30:26: warning: no message captures \"host\" and defaults has no value for it [unfilled-placeholder]"),
                problems(text));
    }

    @Test
    void allProblemsOfAFileComeInOneRun() {
        assertEquals(
                List.of(
                        "cors/slug.md:3:1: error: unknown key \"sumary\" [unknown-key]",
                        "cors/slug.md:4:11: error: severity must be info, warning or error, not \"fatal\" [bad-value]",
                        "cors/slug.md:6:23: error: this brace is never closed; write {{ for a literal brace [template]",
                        "cors/slug.md:8:1: error: no section \"Key details\" [missing-section]",
                        "cors/slug.md:8:1: error: no section \"Overview\" [missing-section]",
                        "cors/slug.md:10:1: error: the quick answer does not start with a bold question [quick-answer]",
                        "cors/slug.md:12:1: error: \"Common causes\" has the wrong kind of list [section-list]"),
                problems(
                                """
                        ---
                        title: T
                        sumary: S
                        severity: fatal
                        messages:
                          chrome: "blocked at {url"
                        ---
                        ## Quick answer

                        No question.
                        ## Common causes
                        1. wrong list
                        ## Steps
                        1. step
                        """)
                        .stream()
                        .filter(
                                line ->
                                        !line.contains("[missing-key]")
                                                && !line.contains("has no list"))
                        .toList());
    }

    @Test
    void frontMatterThatIsNoYamlIsReportedWhereItBreaks() {
        assertEquals(
                List.of("cors/slug.md:2:8: error: found unexpected end of stream [yaml]"),
                problems("---\ntitle: \"open\nsummary: x\n---\n" + TestArticles.BODY));
        assertEquals(
                List.of(
                        "cors/slug.md:1:1: error: the file does not start with front matter [yaml]"),
                problems("# Title\n"));
        assertEquals(
                List.of("cors/slug.md:1:1: error: the front matter never ends [yaml]"),
                problems("---\ntitle: x\n"));
    }

    @Test
    void fileThatIsNotUtf8IsReportedAtTheBadByte() {
        byte[] bytes = {'-', '-', '-', '\n', 'a', (byte) 0xE9, 'b'};
        ParsedFile parsed =
                ParsedFile.of(new ContentFolder.ContentFile("cors/slug.md", bytes, "hash"));
        assertEquals(
                "cors/slug.md:2:2: error: this byte is not UTF-8 [encoding]",
                parsed.diagnostics().get(0).toString());
        assertTrue(parsed.article().isEmpty());
    }

    @Test
    void collectionHasTheNameOfItsFolder() {
        SourceFile file =
                new SourceFile(
                        "network-dns/_collection.md",
                        "---\ntitle: Network & DNS\nsummary: S\norder: 2\nicon: globe\narticles: [b, a]\n---\n\nText.\n");
        assertEquals(
                List.of("b", "a"),
                ArticleParser.collection(file, "h").value().orElseThrow().articles());
        SourceFile other = new SourceFile("net/_collection.md", file.text());
        assertEquals(
                List.of(
                        "net/_collection.md:2:8: error: the folder of \"Network & DNS\" is called \"net\" [file-name]"),
                ArticleParser.collection(other, "h").diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList());
    }

    @Property(tries = 300)
    void anyTextIsAnArticleOrHasDiagnosticsInsideTheFile(@ForAll String noise) {
        for (String text :
                List.of(
                        noise,
                        "---\n" + noise + "\n---\n" + TestArticles.BODY,
                        TestArticles.article("T", "") + noise)) {
            SourceFile file = new SourceFile("a/b.md", text);
            ArticleParser.Parsed<Article> parsed = ArticleParser.article(file, "h");
            assertEquals(
                    parsed.value().isEmpty(),
                    parsed.diagnostics().stream().anyMatch(Diagnostic::isError));
            for (Diagnostic diagnostic : parsed.diagnostics()) {
                assertFalse(diagnostic.message().isBlank());
            }
        }
    }
}

package wiki.errorcodes.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.SourceFile;

class StandardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<Article> articles = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();
    private String collection = TestArticles.collection("CORS", 1);

    private void article(String slug, String text) {
        sources.put(slug, text);
        articles.add(
                ArticleParser.article(new SourceFile("cors/" + slug + ".md", text), "h")
                        .value()
                        .orElseThrow());
    }

    /** Four articles that lack nothing and name each other. */
    private void finished() {
        List<String> slugs = List.of("a", "b", "c", "d");
        for (String slug : slugs) {
            article(slug, finished(slug));
        }
    }

    private static String finished(String slug) {
        return TestArticles.finished(
                slug,
                "examples: [one, two]\n",
                List.of("a", "b", "c", "d").stream()
                        .filter(other -> !other.equals(slug))
                        .toArray(String[]::new));
    }

    private List<String> check() {
        Library library =
                Library.of(
                        articles,
                        List.of(
                                ArticleParser.collection(
                                                new SourceFile("cors/_collection.md", collection),
                                                "h")
                                        .value()
                                        .orElseThrow()));
        return Standards.check(library, article -> sources.getOrDefault(article.slug(), ""), TODAY)
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }

    /** Finished articles but for the first, in which one text stands for another. */
    private List<String> checkWith(String before, String after) {
        String first = finished("a");
        assertTrue(first.contains(before), before);
        article("a", first.replace(before, after));
        for (String slug : List.of("b", "c", "d")) {
            article(slug, finished(slug));
        }
        return check();
    }

    @Test
    void finishedArticlesAreSilent() {
        finished();
        assertEquals(List.of(), check());
    }

    @Test
    void longQuickAnswerIsReportedAtItsHeading() {
        assertEquals(
                List.of("cors/a.md:12:1: warning: the quick answer has 61 words [answer-length]"),
                checkWith("Because of a test.", "word ".repeat(60) + "word."));
    }

    @Test
    void relationsGoBothWays() {
        assertEquals(
                List.of(
                        "cors/a.md:5:1: warning: 2 related articles [related]",
                        "cors/b.md:5:11: warning: cors/a.md does not name this article in return [related]"),
                checkWith("related: [b, c, d]", "related: [c, d]"));
    }

    @Test
    void missingSourcesAndReviewAreReported() {
        assertEquals(
                List.of(
                        "cors/a.md:1:1: warning: no date of review [sources]",
                        "cors/a.md:1:1: warning: no sources [sources]"),
                checkWith(
                        "sources:\n  - title: A test\n    url: https://example.com/\nreviewed: 2026-11-23\n",
                        ""));
    }

    @Test
    void oneExampleIsTooFew() {
        assertEquals(
                List.of("cors/a.md:4:1: warning: 1 example [examples]"),
                checkWith("examples: [one, two]", "examples: [one]"));
    }

    @Test
    void fixHeadingsComeFromTheList() {
        List<String> found = checkWith("### JavaScript", "### Javascript: in the page");
        assertEquals(
                List.of(
                        "cors/a.md:36:1: warning: \"Javascript: in the page\" is no stack of the list [fixes]"),
                found);
    }

    @Test
    void fixForOneServerIsShownForTheUsualOnes() {
        collection = collection.replace("icon: globe\n", "icon: globe\nfixes: server\n");
        assertEquals(
                List.of(
                        "cors/a.md:34:1: warning: the fix is missing for Apache, Express, Spring Boot,"
                                + " one of Caddy, Django, Flask, FastAPI, ASP.NET Core, Go [fixes]"),
                checkWith("### JavaScript", "### nginx: reverse proxy"));
    }

    @Test
    void faqHasTwoToFiveQuestions() {
        assertEquals(
                List.of("cors/a.md:44:1: warning: the FAQ has 1 question [faq]"),
                checkWith("### Is it good?\n\nYes.\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "js | const a = ; | 41:11 | Unexpected token",
                "json | {\"a\": 1,} | 41:9 | Unexpected character ('}' (code 125))",
                "yaml | a: [1 | 41:6 | expected ',' or ']'",
                "nginx | location / { root /srv } | 41:24 | a directive before it has no semicolon",
                "nginx | location / { root /srv; | 41:1 | a brace is never closed",
                "nginx | return 301 \"/a; | 41:12 | this quote is never closed",
            })
    void codeThatDoesNotParseIsReportedWhereItBreaks(
            String language, String code, String place, String message) {
        List<String> found =
                checkWith(
                        "```js\nconst answer = await fetch(\"/\");\n",
                        "```" + language + "\n" + code + "\n");
        assertEquals(1, found.size(), found.toString());
        assertTrue(
                found.get(0)
                        .startsWith(
                                "cors/a.md:"
                                        + place
                                        + ": warning: this "
                                        + language
                                        + " does not parse: "
                                        + message),
                found.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "js | import data from './a.json' with { type: 'json' };",
                "js | class A { #n = 1; get n() { return this.#n ?? 0; } }",
                "js | if (!found) return;",
                "js | const allowed = '{{origin}}';",
                "nginx | map $http_origin $cors { default ''; ~^https://[ab]\\.example$ $http_origin; } # }",
                "nginx | add_header A \"{}\" always; set $x ${host}y;",
                "yaml | a: {b: 1}",
                "json | {\"a\": [1, 2]}",
                "text | ) ] }",
            })
    void codeThatParsesIsSilent(String language, String code) {
        assertEquals(
                List.of(),
                checkWith(
                        "```js\nconst answer = await fetch(\"/\");\n",
                        "```" + language + "\n" + code + "\n"));
    }
}

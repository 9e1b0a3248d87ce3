package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

class SearcherTest {

    @TempDir private static Path folder;

    private static Searcher searcher;

    @BeforeAll
    static void index() throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(
                content,
                "cors/missing-header.md",
                TestArticles.article(
                        "No header",
                        """
                codes: [kMissingAllowOriginHeader]
                messages:
                  chrome: "Access to {initiator} at '{url}' from origin '{origin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
                  safari: "Origin {origin} is not allowed by Access-Control-Allow-Origin."
                tell_apart: {mismatch: Look at the header.}
                """));
        TestArticles.write(
                content,
                "cors/mismatch.md",
                TestArticles.article(
                        "Mismatch",
                        """
                messages:
                  chrome: "Access to {initiator} at '{url}' from origin '{origin}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '{value}' that is not equal to the supplied origin."
                  safari: "Origin {origin} is not allowed by Access-Control-Allow-Origin."
                """));
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 2));
        TestArticles.write(
                content,
                "net/refused.md",
                TestArticles.article(
                        "Connection refused",
                        """
                codes: [{net::ERR_CONNECTION_REFUSED: -102}, failed]
                messages:
                  chrome: "{host} refused to connect."
                """));
        TestArticles.write(
                content,
                "net/resource.md",
                TestArticles.article(
                        "Failed to load resource",
                        """
                messages:
                  chrome: "Failed to load resource: net::{code}"
                """));
        TestArticles.write(
                content,
                "net/function.md",
                TestArticles.article(
                        "Not a function",
                        """
                messages:
                  firefox: "{expression} is not a function"
                """));
        Site site = SiteBuilder.build(content, folder.resolve("data"));
        assertEquals(List.of(), site.diagnostics());
        searcher = site.searcher();
    }

    private static Finding first(String paste) {
        return searcher.explain(paste).findings().get(0);
    }

    private static List<String> slugs(String paste) {
        return searcher.explain(paste).findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NONE)
                .map(finding -> finding.hits().get(0).article().slug())
                .toList();
    }

    @Test
    void messageIsExplainedWithItsValues() {
        Finding finding =
                first(
                        "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS policy: "
                                + "No 'Access-Control-Allow-Origin' header is present on the requested resource.");
        assertEquals(Verdict.MATCH, finding.verdict());
        Hit hit = finding.hits().get(0);
        assertEquals("missing-header", hit.article().slug());
        assertEquals(Evidence.SIGNATURE, hit.evidence());
        assertEquals(Optional.of(Browser.CHROME), hit.wording().map(wording -> wording.browser()));
        assertEquals(
                Map.of(
                        "initiator",
                        "fetch",
                        "url",
                        "https://api.example.com/x",
                        "origin",
                        "https://app.example.com"),
                hit.captures());
    }

    @Test
    void identifierIsFoundInItsUsualSpellings() {
        for (String text :
                List.of(
                        "net::ERR_CONNECTION_REFUSED",
                        "NET::ERR_CONNECTION_REFUSED",
                        "ERR_CONNECTION_REFUSED",
                        "error: err_connection_refused at start",
                        "-102",
                        "failed with error -102",
                        "Error code: -102",
                        "net error (-102)",
                        "kMissingAllowOriginHeader")) {
            assertEquals(Evidence.CODE, first(text).hits().get(0).evidence(), text);
        }
    }

    @Test
    void wordOfTheLanguageIsNoIdentifierInAText() {
        assertEquals(List.of(), slugs("the deployment failed"));
        assertEquals(List.of(), slugs("moved by -102 pixels to 5-102"));
    }

    @Test
    void messageThatQuotesAnIdentifierGivesWayToIt() {
        assertEquals(
                List.of("refused"), slugs("Failed to load resource: net::ERR_CONNECTION_REFUSED"));
        assertEquals(
                List.of("resource"), slugs("Failed to load resource: net::ERR_SOMETHING_ELSE"));
    }

    @Test
    void identifierInsideAnAddressIsNoError() {
        assertEquals(
                List.of("missing-header"),
                slugs(
                        "Access to fetch at 'https://api.example.com/ERR_CONNECTION_REFUSED' from origin 'https://app.example.com' "
                                + "has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."));
    }

    @Test
    void articlesThatTheTextCannotTellApartComeTogether() {
        assertEquals(
                List.of("mismatch", "missing-header"),
                first(
                                "[Error] Origin https://app.example.com is not allowed by Access-Control-Allow-Origin.")
                        .hits()
                        .stream()
                        .map(hit -> hit.article().slug())
                        .toList());
    }

    @Test
    void repeatedErrorIsOneFindingWithItsCountAndLine() {
        Finding finding =
                first(
                        "noise\nTypeError: a.b is not a function\n    at x.js:1:2\nTypeError: a.b is not a function\n");
        assertEquals(2, finding.count());
        assertEquals(2, finding.line());
        assertEquals("a.b is not a function", finding.text());
    }

    @Test
    void unknownErrorIsSaidPlainlyWithWhatIsNear() {
        Finding finding = first("the header of my spreadsheet is blue");
        assertEquals(Verdict.NONE, finding.verdict());
        assertTrue(finding.hits().stream().allMatch(hit -> hit.evidence() == Evidence.TEXT));
        assertEquals(List.of(), first("zzz qqq").hits());
    }

    @Test
    void wordsFindArticlesWithTheWordsMarked() {
        Hit hit = searcher.search(Query.of("connection refused")).get(0);
        assertEquals("refused", hit.article().slug());
        assertEquals(Evidence.TEXT, hit.evidence());
    }

    @Test
    void lastWordMayBeUnfinished() {
        assertEquals("refused", searcher.search(Query.of("refu")).get(0).article().slug());
    }

    @Test
    void noCharacterIsQuerySyntax() {
        for (String text :
                List.of(
                        "\"",
                        "a\" OR \"b",
                        "NEAR(x y)",
                        "title:x",
                        "*",
                        "-x",
                        "^a",
                        "(",
                        "{a b}: c",
                        "' OR 1=1 --",
                        "col AND NOT x")) {
            searcher.search(Query.of(text));
        }
    }

    @Test
    void filtersNarrowTheResults() {
        assertEquals(
                List.of(),
                searcher
                        .search(
                                new Query(
                                        "refused",
                                        10,
                                        Optional.of("cors"),
                                        Optional.empty(),
                                        Optional.empty()))
                        .stream()
                        .filter(hit -> !hit.article().collection().equals("cors"))
                        .toList());
        assertTrue(
                searcher
                        .search(
                                new Query(
                                        "net::ERR_CONNECTION_REFUSED",
                                        10,
                                        Optional.empty(),
                                        Optional.of(Browser.SAFARI),
                                        Optional.empty()))
                        .stream()
                        .noneMatch(hit -> hit.article().slug().equals("refused")));
    }

    /** Frames and addresses have words of articles that have nothing to do with the error. */
    @Test
    void besideAnswersIsFoundWhatTheErrorsSay() {
        String error =
                "Origin https://app.example.com is not allowed by Access-Control-Allow-Origin.";
        String frame = "    at load (https://app.example.com/failed/resource.js:1:2)";
        assertEquals(Verdict.LIKELY, first(error + "\n" + frame).verdict());

        assertTrue(found("failed resource.js").contains("resource"));
        List<String> beside = found(error + "\n" + frame);
        assertEquals(List.of("missing-header", "mismatch"), beside.subList(0, 2));
        assertFalse(beside.contains("resource"), beside.toString());
        // What is not explained is searched for, too.
        assertTrue(found(error + "\nError: odd resource failed").contains("resource"));
    }

    private static List<String> found(String text) {
        return searcher.search(Query.of(text)).stream().map(hit -> hit.article().slug()).toList();
    }
}

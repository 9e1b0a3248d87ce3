package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/**
 * Any text, up to the limit, is explained: nothing is thrown, and what is said lies in the text.
 */
class ExplainFuzzTest {

    private static final int LARGEST = 64 * 1024;
    private static final Site SITE = site();

    private static Site site() {
        try {
            return SiteBuilder.build(
                    Path.of("content"), Files.createTempDirectory("errorwiki-fuzz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> pastes() {
        List<String> pieces =
                List.of(
                        "Access to fetch at '",
                        "' from origin '",
                        "' has been blocked by CORS policy: ",
                        "Uncaught (in promise) ",
                        "TypeError: ",
                        " is not a function",
                        "net::ERR_",
                        "FAILED",
                        "\n",
                        "    at f (a.js:1:2)",
                        "[Error] ",
                        "'",
                        "\"",
                        "’",
                        "(",
                        ")",
                        "{{origin}}",
                        "<script>",
                        "&lt;",
                        "\u001B[31m",
                        "\u200B",
                        "http://",
                        "(Reason: CORS ",
                        "undefined",
                        "Cannot read properties of ",
                        " (reading '",
                        "status of 404 (");
        Arbitrary<String> piece =
                Arbitraries.oneOf(
                        Arbitraries.of(pieces),
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.of("a ", "is ", "the ", "to "));
        return piece.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Property(tries = 400)
    void anyTextIsExplained(@ForAll("pastes") String paste) {
        check(paste);
    }

    @Property(tries = 6)
    void textsOfTheLargestSizeAreExplained(@ForAll("pastes") String paste) {
        check(paste.isEmpty() ? "" : paste.repeat(LARGEST / paste.length()));
    }

    private static void check(String paste) {
        Explanation explanation = SITE.searcher().explain(paste);
        assertFalse(explanation.findings().isEmpty());
        for (Finding finding : explanation.findings()) {
            assertTrue(paste.contains(finding.text()));
            assertTrue(finding.line() >= 1 && finding.line() <= paste.lines().count() + 1);
            assertTrue(finding.count() >= 1);
            for (Hit hit : finding.hits()) {
                assertTrue(hit.confidence() >= 0 && hit.confidence() <= 1);
                String answer =
                        new wiki.errorcodes.article.Filling(hit.captures(), hit.article())
                                .html(hit.article().quickAnswer().answerHtml());
                assertFalse(answer.contains("<script"), answer);
            }
        }
        explanation.unexplained().forEach(line -> assertTrue(paste.contains(line.text())));
    }
}

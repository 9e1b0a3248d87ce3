package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** What proves an error, what only hints at it, and what is somebody else's. */
class VerdictTest {

    @TempDir private static Path folder;

    private static Searcher searcher;

    @BeforeAll
    static void index() throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 1));
        article(
                content,
                "resource",
                """
                messages:
                  chrome:
                    - "Failed to load resource: net::{code}"
                    - "Failed to load resource: the server responded with a status of {status} ({status_text})"
                """);
        article(
                content,
                "fetch",
                """
                codes: [NetworkError]
                messages:
                  chrome: ["Failed to fetch", "XMLHttpRequest cannot load {url}."]
                decide:
                  - ask: Is there a red line?
                    answers: {"Yes": response}
                """);
        article(
                content,
                "response",
                """
                codes: [net::ERR_BLOCKED_BY_RESPONSE, TIMEOUT, unsafe-eval]
                messages:
                  chrome:
                    - "The webpage at {url} might be temporarily down or it may have moved permanently."
                    - "GET {url} net::ERR_EMPTY_RESPONSE {status} ({status_text})"
                """);
        article(
                content,
                "inline",
                """
                messages:
                  chrome: "Executing inline script violates the policy '{directive}'. Either the keyword, a hash or a nonce is required to enable inline execution of such code."
                """);
        article(
                content,
                "worker",
                """
                messages:
                  chrome: "The request is not allowed by the user agent or the platform in the current context."
                """);
        article(
                content,
                "function",
                """
                messages:
                  chrome: "{expression} is not a constructor"
                """);
        article(
                content,
                "selector",
                """
                messages:
                  safari: "The string did not match the expected pattern."
                examples: ["querySelector@[native code]\\nThe string did not match the expected pattern."]
                """);
        article(
                content,
                "json",
                """
                messages:
                  safari: "The string did not match the expected pattern."
                examples: ["json@[native code]\\nThe string did not match the expected pattern."]
                tell_apart: {selector: Look at the function.}
                """);
        article(
                content,
                "cors",
                """
                messages:
                  firefox:
                    - "Cross-Origin Request Blocked: The policy disallows reading {url}. (Reason: CORS header 'Access-Control-Allow-Origin' missing)."
                    - de: "Cross-Origin-Anfrage blockiert: Die Regel verbietet das Lesen von {url}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt)."
                """);
        Site site = SiteBuilder.build(content, folder.resolve("data"));
        assertEquals(List.of(), site.diagnostics());
        searcher = site.searcher();
    }

    private static void article(Path content, String slug, String head) {
        TestArticles.write(content, "net/" + slug + ".md", TestArticles.article(slug, head));
    }

    private static List<String> verdicts(String paste) {
        return searcher.explain(paste.replace("\\n", "\n")).findings().stream()
                .map(
                        finding ->
                                finding.verdict().id()
                                        + " "
                                        + finding.slug().orElse("")
                                        + (finding.slug().isPresent() && finding.hits().size() > 1
                                                ? " +"
                                                : ""))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a frame around an unknown code | Failed to load resource: net::ERR_NEW_KIND | likely resource",
                "a frame around an unknown status | Failed to load resource: the server responded with a status of 431 (Too Large) | likely resource",
                "a frame that names the code | GET https://a.example/x net::ERR_EMPTY_RESPONSE 200 (OK) | match response",
                "a longer identifier | net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin | none",
                "an identifier before a full stop | It says ERR_BLOCKED_BY_RESPONSE. Why? | match response",
                "a word that is an identifier in capitals | the request ran into a timeout | none",
                "an identifier in capitals | TIMEOUT | match response",
                "a keyword inside another message | Refused to compile because 'unsafe-eval' is not there | likely response",
                "the kind of an unknown message | NetworkError: Failed to open serial port | likely fetch",
                "the end of an unknown message | Executing inline handler violates it. Either the keyword, a hash or a nonce is required to enable inline execution of such code. | likely inline",
                "that end by itself | Either the keyword, a hash or a nonce is required to enable inline execution of such code. | match inline",
                "a wording below another function | Failed to execute 'createWritable' on 'FileSystemFileHandle': The request is not allowed by the user agent or the platform in the current context. | likely worker",
                "the same wording by itself | NotAllowedError: The request is not allowed by the user agent or the platform in the current context. | match worker",
                "a short wording in a sentence | Super constructor undefined of null is not a constructor | likely function",
                "a short wording by itself | TypeError: Foo is not a constructor | match function",
                "a short wording before a reason | XMLHttpRequest cannot load https://a.example/. Response for preflight is invalid (redirect) | likely fetch",
                "a message that hides its cause | TypeError: Failed to fetch | match fetch",
                "the same beside an unknown error | Failed to load resource: net::ERR_NEW_KIND\\nTypeError: Failed to fetch | likely fetch",
                "a page about an unknown code | The webpage at https://a.example/ might be temporarily down or it may have moved permanently.\\n\\nERR_NEW_KIND | likely response",
                "a wording in another language | Cross-Origin-Anfrage blockiert: Die Regel verbietet das Lesen von https://a.example/. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). | match cors",
                "a language without a wording | Richiesta bloccata: header CORS “Access-Control-Allow-Origin” mancante. | likely cors",
                "a log of a server | [CRITICAL] Failed to load resource | none",
                "a link glued to the message | TypeError: Foo is not a constructor [Weitere Informationen] | match function",
            })
    void proofOrHint(String what, String paste, String verdict) {
        assertEquals(List.of(verdict), verdicts(paste), what);
    }

    @Test
    void wordsBesideTheMessageOrderItsRivals() {
        String message = "The string did not match the expected pattern.";
        assertEquals(List.of("likely json +"), verdicts("json@[native code]\n" + message));
        assertEquals(
                List.of("likely selector +"), verdicts("querySelector@[native code]\n" + message));
    }

    @Test
    void lineThatNobodyKnowsIsListed() {
        assertEquals(
                List.of("Failed to load resource: net::ERR_NEW_KIND"),
                searcher
                        .explain(
                                "Failed to load resource: net::ERR_NEW_KIND\nTypeError: Failed to fetch")
                        .unexplained()
                        .stream()
                        .map(Explanation.Unexplained::text)
                        .toList());
    }
}

package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateDraftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Access to fetch at 'https://a.example/x' from origin 'https://b.example:8443' has been blocked | CHROME | Access to {initiator} at '{url}' from origin '{origin}' has been blocked",
                "(index):12 Uncaught (in promise) TypeError: x.map is not a function | CHROME | {expression} is not a function",
                "ReferenceError: foo is not defined | CHROME | {identifier} is not defined",
                "[Error] TypeError: undefined is not an object (evaluating 'a.b.c') (app.js, line 3) | SAFARI | undefined is not an object (evaluating '{expression}')",
                "TypeError: can't access property \"id\", user is null app.js:7:3 | FIREFOX | can't access property \"{property}\", user is null",
                "Request header field x-token is not allowed | CHROME | Request header field {header} is not allowed",
                "Method PUT is not allowed | CHROME | Method {method} is not allowed",
                "Refused to apply style from 'https://a.example/x.css' because its MIME type ('text/html') is not supported | CHROME | Refused to apply style from '{url}' because its MIME type ('{mime}') is not supported",
                "localhost:3000 refused to connect. | CHROME | {host} refused to connect.",
                "Failed to load resource: the server responded with a status of 404 (Not Found) | CHROME | Failed to load resource: the server responded with a status of {status} ({status_text})",
                "Unexpected token '<' at position 12, line 3 column 4 | CHROME | Unexpected token '<' at position {position}, line {line} column {column}",
                "api.example.com/v1/orders:1  Failed to load resource: net::ERR_FAILED | CHROME | Failed to load resource: net::ERR_FAILED",
                "app.js:3 GET https://a.example/x net::ERR_FAILED 200 (OK) | CHROME | {method} {url} net::ERR_FAILED {status} ({status_text})",
                "GET https://a.example/x 418 (I'm a teapot) | CHROME | {method} {url} 418 ({status_text})",
                "Origin https://a.example:8443 is odd. Status code: 403 | CHROME | Origin {origin} is odd. Status code: {status}",
                "[Error] Origin null is odd. (api, line 0) | SAFARI | Origin null is odd.",
                "Missing header ‘Access-Control-Allow-Odd’ in header ‘X-Token’ | FIREFOX | Missing header ‘Access-Control-Allow-Odd’ in header ‘{header}’",
                "Loading 'https://a.example/x.js' violates the directive: \"script-src 'self' https://b.example\". | CHROME | Loading '{url}' violates the directive: \"{directive}\".",
                "It violates “style-src 'self'”, use a hash ('sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=') | FIREFOX | It violates “{directive}”, use a hash ('{hash}')",
                "Cannot read properties of undefined (reading 'id') | CHROME | Cannot read properties of {value} (reading '{property}')",
                "[Error] null is not an object (evaluating 'document.querySelector('#a').id') | SAFARI | null is not an object (evaluating '{expression}')",
                "Permission was denied to access the `loopback` address space. | CHROME | Permission was denied to access the `{address_space}` address space.",
                "ReferenceError: Cannot access 'cart' before initialization | CHROME | Cannot access '{identifier}' before initialization",
                "URL scheme of ftp://files.example.com/a is odd app.js:7:3 | FIREFOX | URL scheme of {url} is odd",
                "JSON.parse: bad {thing} | FIREFOX | JSON.parse: bad {{thing}}",
                "Quelldatei https://a.example/x wurde ‘blockiert’ [Weitere Informationen] | FIREFOX | Quelldatei {url} wurde ‘blockiert’"
            })
    void whatVariesBecomesAPlaceholder(String line, Browser browser, String template) {
        TemplateDraft draft = TemplateDraft.of(line).orElseThrow();
        assertEquals(template, draft.template().text());
        assertEquals(browser, draft.browser());
    }

    @Property(tries = 500)
    void everyProposalCanBeRead(@ForAll String line) throws MessageTemplate.SyntaxException {
        Optional<TemplateDraft> draft = TemplateDraft.of(line);
        if (draft.isPresent()) {
            assertTrue(
                    MessageTemplate.parse(draft.get().template().text()).specificity() > 0, line);
        }
    }
}

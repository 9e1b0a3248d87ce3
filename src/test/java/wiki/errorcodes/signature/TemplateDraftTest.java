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
                "Access to fetch at 'https://a.example/x' from origin 'https://b.example:8443' has been blocked | CHROME | Access to fetch at '{url}' from origin '{origin}' has been blocked",
                "(index):12 Uncaught (in promise) TypeError: x.map is not a function | CHROME | {function} is not a function",
                "ReferenceError: foo is not defined | CHROME | {identifier} is not defined",
                "[Error] TypeError: undefined is not an object (evaluating 'a.b.c') (app.js, line 3) | SAFARI | undefined is not an object (evaluating '{expression}')",
                "TypeError: can't access property \"id\", user is null app.js:7:3 | FIREFOX | can't access property \"{property}\", user is null",
                "Request header field x-token is not allowed | CHROME | Request header field {header} is not allowed",
                "Method PUT is not allowed | CHROME | Method {method} is not allowed",
                "Refused to apply style from 'https://a.example/x.css' because its MIME type ('text/html') is not supported | CHROME | Refused to apply style from '{url}' because its MIME type ('{mime}') is not supported",
                "localhost:3000 refused to connect. | CHROME | {host} refused to connect.",
                "Failed to load resource: the server responded with a status of 404 (Not Found) | CHROME | Failed to load resource: the server responded with a status of {status} (Not Found)",
                "Unexpected token '<' at position 12, line 3 column 4 | CHROME | Unexpected token '<' at position {position}, line {line} column {column}",
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

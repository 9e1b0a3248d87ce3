package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignatureIndexTest {

    private static final String CORS =
            "Access to {initiator} at '{url}' from origin '{origin}' has been blocked by CORS policy: "
                    + "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

    private static SignatureIndex<String> index(String... templates) {
        SignatureIndex.Builder<String> builder = new SignatureIndex.Builder<>();
        for (String template : templates) {
            try {
                builder.add(MessageTemplate.parse(template), template);
            } catch (MessageTemplate.SyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return builder.build();
    }

    private static Alignment<String> only(String template, String text) {
        List<Alignment<String>> found = index(template).find(PastedText.of(text));
        assertEquals(1, found.size(), () -> text + " → " + found);
        return found.get(0);
    }

    private static Map<String, String> values(String template, String text) {
        return only(template, text).values();
    }

    private static void assertNoMatch(String template, String text) {
        assertEquals(List.of(), index(template).find(PastedText.of(text)));
    }

    @Test
    void fullMessageGivesItsValues() {
        assertEquals(
                Map.of(
                        "initiator",
                        "fetch",
                        "url",
                        "https://api.example.com/a?b=c,d",
                        "origin",
                        "http://localhost:3000"),
                values(
                        CORS,
                        "Access to fetch at 'https://api.example.com/a?b=c,d' from origin 'http://localhost:3000' has been blocked by CORS policy: "
                                + "No 'Access-Control-Allow-Origin' header is present on the requested resource."));
    }

    @Test
    void noiseAroundTheMessageDoesNotMatter() {
        for (String text :
                List.of(
                        "Uncaught (in promise) TypeError: cart.total is not a function",
                        "VM12:1 Uncaught TypeError: cart.total is not a function\n    at <anonymous>:1:6",
                        "[Error] TypeError: cart.total is not a function",
                        "12:04:33.120 Uncaught TypeError: cart.total is not a function app.js:4:9",
                        "> cart.total is not a function [Learn More]",
                        "\u001B[31mTypeError: cart.total is not a function\u001B[39m")) {
            Alignment<String> found = only("{expression} is not a function", text);
            assertEquals(Map.of("expression", "cart.total"), found.values(), text);
            assertTrue(found.isWhole(), text);
        }
    }

    @Test
    void quoteStylesSpacesAndLetterCaseDoNotMatter() {
        for (String text :
                List.of(
                        "Can't access property \"x\", a.b is undefined",
                        "can’t access property “x”, a.b is undefined",
                        "CAN`T access  property\n'x', a.b is undefined")) {
            assertEquals(
                    Map.of("property", "x", "expression", "a.b", "value", "undefined"),
                    values("can't access property \"{property}\", {expression} is {value}", text),
                    text);
        }
    }

    @Test
    void missingQuotesDoNotMatter() {
        assertEquals(
                Map.of("function", "send", "interface", "WebSocket"),
                values(
                        "Failed to execute '{function}' on '{interface}': Still in CONNECTING state.",
                        "Failed to execute send on WebSocket. Still in CONNECTING state"));
    }

    @Test
    void wordsInASentenceAreNoWholeMessage() {
        assertFalse(
                only("Failed to fetch", "why do I get failed to fetch only in Firefox").isWhole());
    }

    @Test
    void leadingExpressionStopsAtTheMessageItself() {
        assertEquals(
                Map.of("expression", "(intermediate value).map(...)"),
                values(
                        "{expression} is not a function",
                        "TypeError: (intermediate value).map(...) is not a function"));
        assertEquals(
                Map.of("expression", "new Foo"),
                values(
                        "{expression} is not a constructor",
                        "TypeError: new Foo is not a constructor"));
        assertEquals(
                Map.of("expression", "arguments[4][104]"),
                values("{expression} is undefined", "TypeError: arguments[4][104] is undefined"));
    }

    @Test
    void severalHolesMayLeadATemplate() {
        assertEquals(
                Map.of("method", "GET", "url", "https://a.example/x"),
                values(
                        "{method} {url} net::ERR_FAILED",
                        "app.js:3 GET https://a.example/x net::ERR_FAILED"));
    }

    @Test
    void valueThatIsNotOfItsKindIsNoMatch() {
        assertNoMatch("Status code: {status}.", "Status code: many.");
        assertNoMatch("blocked at {url} by policy", "blocked at two words by policy");
        assertNoMatch("cannot connect to {host}", "cannot connect to ws://localhost:9199/");
    }

    @Test
    void quotedValueMayHoldQuotes() {
        assertEquals(
                Map.of("selector", "[data-key=\"a 'b' c\"]"),
                values(
                        "'{selector}' is not a valid selector",
                        "'[data-key=\"a 'b' c\"]' is not a valid selector"));
    }

    @Test
    void nestedMessageEndsWithItsLine() {
        assertEquals(
                Map.of("error", "TypeError: x is not a function"),
                values(
                        "Uncaught (in promise) {error}",
                        "Uncaught (in promise) TypeError: x is not a function\n    at a.js:1:2"));
    }

    @Test
    void emptyTextIsAValueWhereTextMayBeEmpty() {
        assertEquals(
                Map.of("status", "404"),
                values(
                        "responded with a status of {status} ({status_text})",
                        "responded with a status of 404 ()"));
    }

    @Test
    void maskedAddressesAreAddresses() {
        assertEquals(
                Map.of("url", "<the url>"),
                values(
                        "cannot load {url} due to access control checks",
                        "cannot load <the url> due to access control checks"));
    }

    @Test
    void eachOccurrenceIsFound() {
        String line = "Failed to load resource: net::ERR_FAILED\n";
        assertEquals(
                3,
                index("Failed to load resource: net::{code}")
                        .find(PastedText.of(line.repeat(3)))
                        .size());
    }

    @Test
    void matchesAreWhereTheyStandInTheText() {
        String text = "noise before: Failed to fetch (app.js:3)";
        Alignment<String> found = only("Failed to fetch", text);
        assertEquals("Failed to fetch", text.substring(found.start(), found.end()));
    }

    @Property(tries = 300)
    void anyTextIsReadAndPlacesLieInside(@ForAll String text) {
        SignatureIndex<String> index =
                index(
                        CORS,
                        "{expression} is not a function",
                        "'{selector}' is not a valid selector",
                        "{text} {error} failed {reason}");
        String mixed = text + " Access to x at 'y' is not a function failed " + text;
        PastedText pasted = PastedText.of(mixed);
        for (Alignment<String> found : index.find(pasted)) {
            assertTrue(
                    found.start() >= 0
                            && found.start() < found.end()
                            && found.end() <= pasted.text().length());
            for (Alignment.Capture capture : found.captures()) {
                assertEquals(
                        pasted.text().substring(capture.start(), capture.end()), capture.value());
            }
        }
    }

    @Test
    void hostileTextTakesBoundedTime() {
        SignatureIndex<String> index = index("{text} a {text2} b {text3} c {text4} d", CORS);
        // Bounded by steps, not by a clock: it returns at all.
        assertEquals(
                List.of(),
                index.find(PastedText.of("a b ".repeat(16_000))).stream()
                        .filter(found -> found.entry().equals(CORS))
                        .toList());
    }
}

package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void identifiersAreFoundWholeAndByTheirParts() {
        assertEquals(
                List.of("net", "err", "connection", "refused", "err_connection_refused"),
                Terms.of("net::ERR_CONNECTION_REFUSED"));
        assertEquals(
                List.of("access", "control", "allow", "origin", "access_control_allow_origin"),
                Terms.of("Access-Control-Allow-Origin"));
        assertEquals(List.of("promise", "any", "promise_any"), Terms.of("Promise.any"));
        assertEquals(
                List.of("local", "storage", "local_storage", "localstorage"),
                Terms.of("localStorage"));
        assertEquals(List.of("reading", "x"), Terms.of("(reading 'x')"));
    }

    @Test
    void ideographsAreOneTermEach() {
        assertEquals(List.of("找", "不", "到", "找_不_到", "找不到", "dns"), Terms.of("找不到 DNS"));
    }

    @Test
    void queriesLeaveOutWordsThatTellNothing() {
        assertEquals(
                List.of("fetch", "say", "failed"),
                Terms.ofQuery("why does fetch say the error failed to fetch"));
        assertEquals(List.of("what", "is", "this"), Terms.ofQuery("what is this"));
    }

    @Property
    void termsHaveNothingThatCouldBeQuerySyntax(@ForAll String text) {
        for (String term : Terms.of(text)) {
            assertTrue(
                    term.chars()
                            .noneMatch(
                                    c ->
                                            c == '"' || c == '*' || c == ' ' || c == '(' || c == ':'
                                                    || c == '^'),
                    term);
        }
    }
}

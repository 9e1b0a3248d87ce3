package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PastedTextTest {

    @Test
    void terminalColoursGo() {
        assertEquals(
                "Failed to fetch", PastedText.of("\u001B[31;1mFailed\u001B[0m to fetch").text());
    }

    @Test
    void zeroWidthCharactersGo() {
        assertEquals("ERR_FAILED", PastedText.of("ERR_\u200BFAILED\uFEFF").text());
    }

    @Test
    void entitiesAreDecoded() {
        assertEquals(
                "Unexpected token '<' & more",
                PastedText.of("Unexpected token &#39;&lt;&#39; &amp; more").text());
        assertEquals("a&b;c&unknown;", PastedText.of("a&b;c&unknown;").text());
    }

    @Test
    void charactersKnowWhereTheyStood() {
        PastedText text = PastedText.of("a&lt;b");
        assertEquals(0, text.rawOffset(0));
        assertEquals(1, text.rawOffset(1));
        assertEquals(5, text.rawOffset(2));
        assertEquals(6, text.rawOffset(3));
    }

    @Property
    void offsetsGrowAndStayInside(@ForAll String raw) {
        PastedText text = PastedText.of(raw);
        int last = -1;
        for (int i = 0; i <= text.text().length(); i++) {
            assertTrue(
                    text.rawOffset(i) > last
                            || i == text.text().length() && text.rawOffset(i) >= last);
            last = text.rawOffset(i);
        }
        assertTrue(last <= raw.length());
    }
}

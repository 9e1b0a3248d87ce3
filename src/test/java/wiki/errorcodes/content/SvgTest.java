package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {

    private static final String START =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">";

    private static String cleaned(String inside) throws Svg.UnreadableException {
        String whole =
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
                        + inside
                        + "</svg>";
        String text = Svg.of(whole.getBytes(StandardCharsets.UTF_8)).text();
        assertTrue(text.startsWith(START) && text.endsWith("</svg>"), text);
        return text.substring(START.length(), text.length() - "</svg>".length());
    }

    @Test
    void whatDrawsIsKept() throws Svg.UnreadableException {
        String drawing =
                "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"></stop></linearGradient></defs>"
                        + "<style>.a { fill: url(#g) }</style>"
                        + "<g transform=\"translate(1 2)\"><path d=\"M0 0L9 9\" fill=\"url(#g)\" style=\"stroke: #123\"></path>"
                        + "<text x=\"1\" font-size=\"3\">1 &lt; 2</text><use href=\"#g\"></use>"
                        + "<image href=\"data:image/png;base64,AAAA\" width=\"1\"></image></g>";
        assertEquals(drawing, cleaned(drawing));
        assertEquals("<use href=\"#g\"></use>", cleaned("<use xlink:href='#g'/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g><script href='https://example.com/x.js'/></g>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></body></foreignObject>",
                "<a href='javascript:alert(1)'><text>x</text></a>",
                "<a xlink:href='javascript:alert(1)'>x</a>",
                "<rect onload='alert(1)' onclick='alert(1)'/>",
                "<use href='https://example.com/x.svg#a'/>",
                "<use xlink:href='//example.com/x.svg#a'/>",
                "<image href='https://example.com/x.png'/>",
                "<image href='data:image/svg+xml;base64,AAAA'/>",
                "<image href='data:text/html,alert(1)'/>",
                "<rect style='fill: url(https://example.com/x)'/>",
                "<rect fill='url(https://example.com/x)'/>",
                "<rect style='background: \\75 rl(https://example.com/x)'/>",
                "<style>@import 'https://example.com/x.css';</style>",
                "<style>rect { background: url(https://example.com/x) }</style>",
                "<set attributeName='href' to='javascript:alert(1)'/>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://example.com'/>",
                "<!-- javascript: --><?xml-stylesheet href='https://example.com/x.css'?>",
                "<metadata><x:y xmlns:x='https://example.com'>alert(1)</x:y></metadata>"
            })
    void whatActsOrReachesOutIsLeftOut(String attack) throws Svg.UnreadableException {
        String clean = cleaned(attack).toLowerCase(Locale.ROOT);
        for (String bad :
                new String[] {
                    "script",
                    "alert",
                    "example.com",
                    "onload",
                    "onclick",
                    "<a",
                    "foreignobject",
                    "iframe",
                    "animate",
                    "<set",
                    "data:",
                    "rl(",
                    "@import"
                }) {
            assertFalse(clean.contains(bad), clean);
        }
    }

    @Test
    void entitiesReadNoFileAndGrowNoText() {
        String bomb =
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><text>&b;&f;</text></svg>";
        try {
            String text = Svg.of(bomb.getBytes(StandardCharsets.UTF_8)).text();
            assertEquals(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><text></text></svg>",
                    text);
        } catch (Svg.UnreadableException refused) {
            assertTrue(String.valueOf(refused.getMessage()).startsWith("it is no well-formed SVG"));
        }
    }

    @Test
    void emptyFileIsNoDrawing() {
        assertThrows(Svg.UnreadableException.class, () -> Svg.of(new byte[0]));
    }

    /** Whatever stands in a text or attribute comes out as text. */
    @Property(tries = 300)
    void textNeverBecomesMarkup(@ForAll String any) throws Svg.UnreadableException {
        String safe = any.replaceAll("[^\\x20-\\x7E\\u00A0-\\uD7FF]", "");
        String escaped =
                safe.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("'", "&apos;");
        String clean = cleaned("<text id='" + escaped + "'>" + escaped + "</text>");
        assertTrue(clean.startsWith("<text") && clean.endsWith("</text>"), clean);
        assertEquals(2, clean.chars().filter(c -> c == '<').count(), clean);
    }
}

package wiki.errorcodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wiki.errorcodes.source.Span;

class ExcerptTest {

    private static String of(String line, int column, int endColumn) {
        Excerpt excerpt = Excerpt.of(line, new Span(1, column, endColumn));
        return excerpt.line() + "\n" + excerpt.carets();
    }

    @Test
    void caretsStandBelowThePlace() {
        assertEquals("a bad word\n  ^^^", of("a bad word", 3, 6));
    }

    @Test
    void merePointHasOneCaret() {
        assertEquals("ab\n  ^", of("ab", 3, 3));
    }

    @Test
    void placeBeyondTheLineIsItsEnd() {
        assertEquals("ab\n  ^", of("ab", 30, 40));
    }

    @Test
    void tabsStayTabs() {
        assertEquals("\ta\tbad\n\t \t^^^", of("\ta\tbad", 4, 7));
    }

    @Test
    void signsOfTwoColumnsHaveTwo() {
        assertEquals("理由 bad 理\n     ^^^", of("理由 bad 理", 4, 7));
        assertEquals("理由\n  ^^", of("理由", 2, 3));
    }

    @Test
    void longLineIsCutAroundThePlace() {
        String line = "x".repeat(200) + "BAD" + "y".repeat(200);
        Excerpt excerpt = Excerpt.of(line, new Span(1, 201, 204));
        assertTrue(excerpt.line().startsWith("…xx"), excerpt.line());
        assertTrue(excerpt.line().endsWith("yy…"), excerpt.line());
        assertTrue(excerpt.line().length() < 100, excerpt.line());
        assertEquals(excerpt.line().indexOf("BAD"), excerpt.carets().indexOf("^^^"));
    }

    @Test
    void beginningOfALongLineIsNotCutWhereThePlaceIsNear() {
        String line = "BAD" + "y".repeat(200);
        Excerpt excerpt = Excerpt.of(line, new Span(1, 1, 4));
        assertTrue(excerpt.line().startsWith("BADyy"), excerpt.line());
        assertEquals("^^^", excerpt.carets());
    }

    @Test
    void placeLongerThanALineEndsWhereThatIsCut() {
        Excerpt excerpt = Excerpt.of("y".repeat(300), new Span(1, 1, 301));
        assertEquals(excerpt.line().length() - 1, excerpt.carets().length());
    }
}

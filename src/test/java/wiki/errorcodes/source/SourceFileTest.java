package wiki.errorcodes.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SourceFileTest {

    @Test
    void offsetsBecomeLinesAndColumnsCountedFromOne() {
        SourceFile file = new SourceFile("a.md", "one\ntwo\r\nthree");
        assertEquals(new Span(1, 1, 4), file.span(0, 3));
        assertEquals(new Span(2, 2, 3), file.span(5, 6));
        assertEquals(new Span(3, 1, 6), file.span(9, 14));
    }

    @Test
    void rangeOverSeveralLinesEndsWithItsFirstLine() {
        assertEquals(new Span(1, 3, 4), new SourceFile("a.md", "one\ntwo").span(2, 6));
    }

    @Test
    void linesComeWithoutTheirBreaks() {
        SourceFile file = new SourceFile("a.md", "one\r\ntwo\n");
        assertEquals("one", file.line(1));
        assertEquals("two", file.line(2));
        assertEquals("", file.line(3));
        assertEquals("", file.line(4));
    }

    @Test
    void byteOrderMarkIsNotPartOfTheText() {
        assertEquals("---", new SourceFile("a.md", "\uFEFF---").line(1));
    }

    @Property
    void everyOffsetIsAtItsLineAndColumn(@ForAll String text, @ForAll int anywhere) {
        SourceFile file = new SourceFile("a.md", text);
        int offset = file.text().isEmpty() ? 0 : Math.floorMod(anywhere, file.text().length());
        Span span = file.span(offset, offset);
        assertEquals(offset, file.offset(span.line() - 1, span.column() - 1));
    }
}

package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    @Test
    void bracesMarkHoles() throws Exception {
        MessageTemplate template = MessageTemplate.parse("Method {method} at '{url}'");
        assertEquals(
                List.of(
                        new MessageTemplate.Literal("Method "),
                        new MessageTemplate.Hole("method", Placeholder.METHOD),
                        new MessageTemplate.Literal(" at '"),
                        new MessageTemplate.Hole("url", Placeholder.URL),
                        new MessageTemplate.Literal("'")),
                template.parts());
        assertEquals(List.of("method", "url"), template.names());
    }

    @Test
    void doubledBracesAreLiteral() throws Exception {
        assertEquals(
                List.of(new MessageTemplate.Literal("missing } after {")),
                MessageTemplate.parse("missing }} after {{").parts());
    }

    @Test
    void secondValueOfAKindTakesADigit() throws Exception {
        assertEquals(List.of("url", "url2"), MessageTemplate.parse("from {url} to {url2}").names());
    }

    @Test
    void specificityIsTheNumberOfFixedLettersAndDigits() throws Exception {
        assertEquals(
                "isnotafunction".length(),
                MessageTemplate.parse("{expression} is not a function").specificity());
    }

    @Test
    void mistakesSayWhere() {
        assertEquals(3, mistake("at {url").offset());
        assertEquals(2, mistake("a } b").offset());
        assertEquals(6, mistake("from {urll}").offset());
        assertTrue(mistake("from {urll}").isUnknownName());
        assertEquals(15, mistake("from {url} to {url}").offset());
        assertEquals(0, mistake("{url}: {reason}").offset());
    }

    private static MessageTemplate.SyntaxException mistake(String text) {
        return assertThrows(
                MessageTemplate.SyntaxException.class, () -> MessageTemplate.parse(text));
    }

    @Property
    void anyTextIsATemplateOrAMistakeInsideIt(@ForAll String text) {
        try {
            assertTrue(MessageTemplate.parse(text).specificity() > 0);
        } catch (MessageTemplate.SyntaxException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= text.length());
        }
    }
}

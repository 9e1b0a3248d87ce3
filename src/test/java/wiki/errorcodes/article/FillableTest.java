package wiki.errorcodes.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FillableTest {

    private static String restored(Fillable fillable) {
        StringBuilder text = new StringBuilder(fillable.between().get(0));
        for (int i = 0; i < fillable.names().size(); i++) {
            text.append("{{")
                    .append(fillable.names().get(i))
                    .append("}}")
                    .append(fillable.between().get(i + 1));
        }
        return text.toString();
    }

    @Test
    void placesAreFoundWithTheirParts() {
        Fillable fillable = Fillable.of("from {{origin}} to {{url.host}}:{{url2}}");
        assertEquals(List.of("origin", "url.host", "url2"), fillable.names());
        assertEquals(List.of("from ", " to ", ":", ""), fillable.between());
    }

    @Test
    void bracesAroundAnythingElseAreText() {
        for (String text :
                List.of(
                        "",
                        "{{",
                        "}}",
                        "{{}}",
                        "{{ user }}",
                        "{{nosuchname}}",
                        "{{url.nosuchpart}}",
                        "{{url",
                        "{ {url}}",
                        "{{" + "u".repeat(50) + "}}")) {
            assertEquals(new Fillable(List.of(text), List.of()), Fillable.of(text));
        }
    }

    @Test
    void placeInsideOtherBracesIsFound() {
        assertEquals(
                new Fillable(List.of("{{a ", "}}"), List.of("url")), Fillable.of("{{a {{url}}}}"));
    }

    @Test
    void bothListsAreFrozen() {
        Fillable fillable = Fillable.of("{{url}}");
        assertThrows(UnsupportedOperationException.class, () -> fillable.names().add("more"));
        assertThrows(UnsupportedOperationException.class, () -> fillable.between().add("more"));
    }

    /** Nothing is lost, whatever stands in an article. */
    @Property
    void whatIsReadIsTheText(
            @ForAll @Size(max = 12)
                    List<
                                    @StringLength(max = 4) @Chars({'{', '}', '.'})
                                    @CharRange(from = 'a', to = 'c') String>
                            pieces) {
        String text = String.join("{{url}}", pieces) + String.join("{{host.path}}", pieces);
        assertEquals(text, restored(Fillable.of(text)));
    }
}

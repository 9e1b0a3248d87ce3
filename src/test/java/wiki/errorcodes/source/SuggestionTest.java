package wiki.errorcodes.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void nearestWordIsTheOneWithTheFewestEdits() {
        assertEquals(
                Optional.of("severity"),
                Suggestion.nearest("serverity", List.of("summary", "severity", "sources")));
    }

    @Test
    void farWordsAreNotSuggested() {
        assertEquals(Optional.empty(), Suggestion.nearest("colour", List.of("title", "summary")));
    }

    @Test
    void swappedNeighboursAreOneEdit() {
        assertEquals(1, Suggestion.distance("heigth", "height"));
    }

    @Property
    void distanceIsSymmetricAndZeroOnlyForEqualWords(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertEquals(Suggestion.distance(a, b), Suggestion.distance(b, a));
        assertEquals(a.equals(b), Suggestion.distance(a, b) == 0);
    }
}

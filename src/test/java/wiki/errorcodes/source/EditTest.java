package wiki.errorcodes.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void editsAreMadeInTheOrderOfTheText() {
        assertEquals(
                "0abZZef!",
                Edit.applied(
                        "abcdef",
                        List.of(new Edit(6, 6, "!"), new Edit(2, 4, "ZZ"), new Edit(0, 0, "0"))));
    }

    @Test
    void laterOfTwoThatOverlapIsLeftOut() {
        assertEquals(
                "aXef", Edit.applied("abcdef", List.of(new Edit(1, 4, "X"), new Edit(3, 5, "Y"))));
    }
}

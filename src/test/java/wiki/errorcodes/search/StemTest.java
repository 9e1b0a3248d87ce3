package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemTest {

    /** Porter's own examples, one for each of his rules. */
    @ParameterizedTest
    @CsvSource({
        "caresses, caress",
        "ponies, poni",
        "caress, caress",
        "cats, cat",
        "feed, feed",
        "agreed, agre",
        "plastered, plaster",
        "bled, bled",
        "motoring, motor",
        "sing, sing",
        "conflated, conflat",
        "troubled, troubl",
        "sized, size",
        "hopping, hop",
        "falling, fall",
        "hissing, hiss",
        "failing, fail",
        "filing, file",
        "happy, happi",
        "sky, sky",
        "relational, relat",
        "conditional, condit",
        "rational, ration",
        "valenci, valenc",
        "digitizer, digit",
        "operator, oper",
        "feudalism, feudal",
        "decisiveness, decis",
        "hopefulness, hope",
        "formaliti, formal",
        "sensibiliti, sensibl",
        "triplicate, triplic",
        "formative, form",
        "formalize, formal",
        "electrical, electr",
        "goodness, good",
        "revival, reviv",
        "allowance, allow",
        "inference, infer",
        "airliner, airlin",
        "adjustable, adjust",
        "replacement, replac",
        "adjustment, adjust",
        "dependent, depend",
        "adoption, adopt",
        "communism, commun",
        "activate, activ",
        "effective, effect",
        "probate, probat",
        "rate, rate",
        "cease, ceas",
        "controll, control",
        "roll, roll"
    })
    void wordIsCutToItsStem(String word, String stem) {
        assertEquals(stem, Stem.of(word));
    }

    @ParameterizedTest
    @CsvSource({"is", "err_aborted", "utf8", "größen", "ed"})
    void whatIsNoPlainWordStays(String word) {
        assertEquals(word, Stem.of(word));
    }
}

package wiki.errorcodes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.signature.FragmentIndex.Fragment;

class FragmentIndexTest {

    private static final double LEAST = 0.8;
    private static final int WORDS = 40;

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Letters only and far apart, so that no word is a misspelling of another.
            int word = (int) (WORDS * Math.pow(random.nextDouble(), 2));
            words.append(Character.toString('a' + word % 26).repeat(4 + word / 26)).append(' ');
        }
        return words.toString();
    }

    private static List<String> found(FragmentIndex<String> index, String text, double least) {
        return index.find(text, least).stream().map(Fragment::value).toList();
    }

    @Test
    void misspeltMessageIsFound() {
        FragmentIndex<String> index =
                new FragmentIndex.Builder<String>()
                        .add("Failed to execute fetch on Window", "fetch")
                        .add("Failed to execute send on Socket", "send")
                        .build(LEAST);
        assertEquals(List.of("fetch"), found(index, "faild to excute fetch on window", LEAST));
    }

    /** An index made for a low coverage looks at more templates; it must not find others. */
    @Test
    void coverageAskedForDecidesNotTheOneBuiltFor() {
        Random random = new Random(20261123);
        FragmentIndex.Builder<String> builder = new FragmentIndex.Builder<>();
        for (int i = 0; i < 400; i++) {
            builder.add(words(random, 3 + random.nextInt(8)), "template " + i);
        }
        FragmentIndex<String> narrow = builder.build(LEAST);
        FragmentIndex<String> wide = builder.build(0);
        int findings = 0;
        for (int i = 0; i < 300; i++) {
            String text = words(random, 6 + random.nextInt(10));
            Set<String> expected = new TreeSet<>(found(wide, text, LEAST));
            Set<String> came = new TreeSet<>(found(narrow, text, LEAST));
            findings += expected.size();
            if (expected.size() < 40) {
                assertEquals(expected, came, text);
            }
        }
        assertTrue(findings > 100, findings + " findings");
    }

    @Test
    void lessCoverageThanBuiltForFindsWhatHasLess() {
        FragmentIndex<String> index =
                new FragmentIndex.Builder<String>()
                        .add("unusual words stand together", "rare")
                        .add("together with common words", "common")
                        .build(LEAST);
        assertEquals(List.of(), found(index, "words together", LEAST));
        assertEquals(Set.of("rare", "common"), Set.copyOf(found(index, "words together", 0.1)));
    }
}

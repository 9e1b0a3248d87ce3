package wiki.errorcodes.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is put together can be read by any reader of gzip. */
class GzipJoinerTest {

    /** One for all, as in use: nothing of one member gets into the next. */
    private static final GzipJoiner JOINER = new GzipJoiner();

    /** Puts texts together, some of them as parts. */
    private static byte[] member(List<byte[]> texts, List<Boolean> parts) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        texts.forEach(joined::writeBytes);
        byte[] whole = joined.toByteArray();
        JOINER.begin();
        for (int i = 0; i < texts.size(); i++) {
            if (parts.get(i)) {
                JOINER.add(texts.get(i), Gzip.SMALLEST.part(texts.get(i)));
            } else {
                JOINER.add(texts.get(i), 0, texts.get(i).length);
            }
        }
        byte[] gzip = JOINER.finish();
        // The reader compares length and checksum.
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            assertArrayEquals(whole, in.readAllBytes());
        }
        return gzip;
    }

    private static byte[] member(byte[] text) throws IOException {
        return member(List.of(text), List.of(false));
    }

    /** Parts stand anywhere, also one after the other, between texts of any length. */
    @Property
    void anyTextsAreRestored(@ForAll List<byte[]> texts, @ForAll Random random) throws IOException {
        List<byte[]> all = new ArrayList<>();
        List<Boolean> parts = new ArrayList<>();
        int left = GzipJoiner.MOST;
        for (byte[] text : texts) {
            int longer = Math.min(left, text.length * (1 + random.nextInt(2_000)));
            all.add(Arrays.copyOf(text, longer));
            parts.add(random.nextBoolean() && longer > 0);
            left -= longer;
        }
        member(all, parts);
    }

    /**
     * Few letters have everything in common with themselves: repetitions of any length, anywhere.
     */
    @Property
    void anyRepetitionsAreRestored(@ForAll Random random) throws IOException {
        byte[] letters = "ab\u00e9".getBytes(UTF_8);
        List<byte[]> all = new ArrayList<>();
        List<Boolean> parts = new ArrayList<>();
        int left = GzipJoiner.MOST;
        while (left > 0 && all.size() < 8) {
            byte[] text = new byte[Math.min(left, 1 + random.nextInt(1 << random.nextInt(16)))];
            left -= text.length;
            int step = 1 + random.nextInt(600);
            for (int at = 0; at < text.length; at++) {
                text[at] =
                        at < step || random.nextInt(300) == 0
                                ? letters[random.nextInt(letters.length)]
                                : text[at - step];
            }
            all.add(text);
            parts.add(random.nextInt(3) == 0);
        }
        member(all, parts);
    }

    /** The farthest that can be referred to. */
    @Test
    void repetitionFromEndToEndIsRestored() throws IOException {
        byte[] text = new byte[GzipJoiner.MOST];
        new Random(1).nextBytes(text);
        System.arraycopy(text, 0, text, text.length - 300, 300);
        byte[] before = Arrays.copyOf(text, 400);
        byte[] between = Arrays.copyOfRange(text, 400, text.length - 300);
        byte[] after = Arrays.copyOfRange(text, text.length - 300, text.length);
        int length = member(List.of(before, between, after), List.of(false, true, false)).length;
        int alone = member(List.of(before, between), List.of(false, true)).length;
        assertTrue(length < alone + 100, length + " and " + alone);
    }

    @Test
    void whatStandsThereTwiceIsSentOnce() throws IOException {
        byte[] paste = new byte[1_000];
        new Random(1).nextBytes(paste);
        byte[] page = "<p>Matched a message of Firefox</p>".repeat(20).getBytes(UTF_8);
        int once = member(List.of(paste, page), List.of(false, true)).length;
        int thrice =
                member(
                                List.of(paste, page, paste, page, paste),
                                List.of(false, true, false, true, false))
                        .length;
        assertTrue(thrice < once + 200, once + " and " + thrice);
    }

    @Test
    void textWithoutRepetitionsHardlyGrows() throws IOException {
        byte[] ascii =
                new Random(1)
                        .ints(1_000, ' ', 127)
                        .collect(
                                ByteArrayOutputStream::new,
                                ByteArrayOutputStream::write,
                                (a, b) -> {})
                        .toByteArray();
        assertTrue(member(ascii).length < 1_040);
    }
}

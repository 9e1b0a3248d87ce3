package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed can be read by any reader of gzip. */
class GzipTest {

    private static void assertRestored(byte[] text) throws IOException {
        for (Gzip gzip : new Gzip[] {Gzip.FASTEST, Gzip.SMALLEST}) {
            // The reader compares length and checksum.
            try (GZIPInputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(gzip.of(text)))) {
                assertArrayEquals(text, in.readAllBytes());
            }
            assertArrayEquals(text, Gzip.restored(gzip.of(text)));
        }
    }

    @Property
    void anyBytesAreRestored(@ForAll byte[] text) throws IOException {
        assertRestored(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 40_000, 1_000_000})
    void whatCannotBeCompressedIsRestored(int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        assertRestored(noise);
    }

    @Test
    void textBecomesSmaller() throws IOException {
        byte[] text =
                "<li>What the browser printed</li>\n"
                        .repeat(5_000)
                        .getBytes(StandardCharsets.UTF_8);
        assertRestored(text);
        assertTrue(Gzip.FASTEST.of(text).length < text.length / 20);
    }
}

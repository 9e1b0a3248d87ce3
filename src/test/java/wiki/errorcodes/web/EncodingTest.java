package wiki.errorcodes.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final List<Encoding> BOTH = List.of(Encoding.BROTLI, Encoding.GZIP);

    @ParameterizedTest
    @CsvSource({
        "gzip, GZIP",
        "br, BROTLI",
        "'gzip, deflate, br, zstd', BROTLI",
        "'br;q=0.5, gzip', GZIP",
        "'br;q=0, gzip;q=0.1', GZIP",
        "'gzip;q=0', IDENTITY",
        "'gzip; q=0.000', IDENTITY",
        "*, BROTLI",
        "'*;q=0', IDENTITY",
        "'br;q=0, *', GZIP",
        "'identity, gzip;q=0.5', IDENTITY",
        "'identity;q=0.5, gzip', GZIP",
        "'identity;q=0, gzip', GZIP",
        "deflate, IDENTITY",
        "'', IDENTITY",
        "'gzip;q=much', IDENTITY",
        "';;,,q', IDENTITY",
        "'GZIP;Q=1', GZIP",
    })
    void bestAcceptedCodingIsChosen(String header, Encoding chosen) {
        assertEquals(chosen, Encoding.best(header, BOTH));
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', ZSTD, BROTLI",
        "'gzip, deflate, br', BROTLI, BROTLI",
        "'gzip, deflate', GZIP, GZIP",
        "'zstd;q=0, br', BROTLI, BROTLI",
        "zstd, ZSTD, IDENTITY",
    })
    void whatIsSentOnceIsMadeInTheFastestCoding(String header, Encoding once, Encoding kept) {
        assertEquals(once, Encoding.acceptedOnce(header));
        assertEquals(kept, Encoding.accepted(header));
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', true",
        "gzip, true",
        "*, true",
        "'gzip;q=0.5, br;q=0.5', true",
        "'gzip;q=0.5, zstd', false",
        "'gzip;q=0.5, br', false",
        "'gzip;q=0', false",
        "br, false",
        "'', false",
    })
    void gzipIsWelcomeWhereNothingElseIsMoreSo(String header, boolean welcome) {
        assertEquals(welcome, Encoding.isGzipWelcome(header));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 16_000, 16_384, 100_000})
    void zstandardRestoresToWhatItWasMadeOf(int length) {
        byte[] text =
                "<li>An error, and how to fix it.</li>\n".repeat(length / 38 + 1).getBytes(UTF_8);
        byte[] body = Arrays.copyOf(text, length);

        byte[] coded = Encoding.ZSTD.encodeOnce(body);

        assertArrayEquals(body, Zstd.decompress(coded, length));
        assertTrue(length < 1_000 || coded.length < length / 10, coded.length + " bytes");
    }

    /** Compressors are kept and used again, also by many threads at once. */
    @Test
    void zstandardIsSafeToShare() {
        List<byte[]> bodies =
                IntStream.range(0, 400)
                        .mapToObj(i -> ("page " + i + ' ').repeat(1 + i * 7).getBytes(UTF_8))
                        .toList();

        List<byte[]> restored =
                bodies.parallelStream()
                        .map(body -> Zstd.decompress(Encoding.ZSTD.encodeOnce(body), body.length))
                        .toList();

        for (int i = 0; i < bodies.size(); i++) {
            assertArrayEquals(bodies.get(i), restored.get(i));
        }
    }
}

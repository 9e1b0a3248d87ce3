package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}

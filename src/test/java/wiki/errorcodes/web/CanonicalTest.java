package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource({
        "/About, /about",
        "/about/, /about",
        "/Tags/, /tags/",
        "/Collections, /collections",
        "/errors/A.md, /errors/a.md"
    })
    void spelledRight(String path, String right) {
        assertEquals(Optional.of(right), Canonical.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/about", "/tags/", "/collections", "/collections/cors", "/code/ERR_X/",
                "/static/A.css", "/api/v1/Search/", "//evil.test/", "/\\evil.test/", "/a//B/",
                        "/%41/"
            })
    void leftAlone(String path) {
        assertEquals(Optional.empty(), Canonical.of(path));
    }
}

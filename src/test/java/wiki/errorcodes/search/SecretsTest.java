package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer abc123def456ghi | Authorization: Bearer [masked authorization-value]",
                "Cookie: session=abc; theme=dark | Cookie: [masked cookie]",
                "GET https://me:hunter2@example.com/ | GET https://me:[masked password-in-an-address]@example.com/",
                "GET /cb?code=4f9d2a1b7c&state=x | GET /cb?code=[masked secret-parameter]&state=x",
                "{\"api_key\": \"s3cr3tvalue\"} | {\"api_key\": \"[masked secret-parameter]\"}",
                "at jane.doe@example.com today | at [masked e-mail-address] today",
                "GET http://192.168.1.20:8080/x | GET http://[masked IP-address]:8080/x",
                "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF12345 here | got [masked token] here",
                "id 9fK2mQ7xZ1bV4nT8cR3wY6pL0sD5gH2j | id [masked long-random-text]"
            })
    void secretsAreMasked(String text, String masked) {
        assertEquals(masked, Secrets.mask(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chrome/156.0.8078.73 at http://localhost:3000/orders/7",
                "http://127.0.0.1:9102/none",
                "Unexpected token: identifier",
                "Unexpected token '<'",
                "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=",
                "net::ERR_CACHED_IP_ADDRESS_SPACE_BLOCKED_BY_LOCAL_NETWORK_ACCESS_POLICY",
                "app.js:12:5 at Object.thisIsAVeryLongFunctionNameInCamelCase",
                "https://example.com/a/very/long/path/to/some/file/main.js?v=3"
            })
    void ordinaryTextStays(String text) {
        assertEquals(text, Secrets.mask(text).text());
        assertFalse(Secrets.mask(text).isChanged());
    }

    @Test
    void whatWasMaskedIsSaid() {
        assertEquals(
                "2 × e-mail address, 1 × IP address",
                Secrets.mask("a@example.com b@example.com 10.1.2.3").summary());
    }

    @Property
    void anyTextIsMaskedOnceAndForAll(@ForAll String text) {
        String masked = Secrets.mask(text).text();
        assertEquals(masked, Secrets.mask(masked).text());
    }
}

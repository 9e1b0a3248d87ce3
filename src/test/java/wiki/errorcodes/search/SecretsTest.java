package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** Each word that gives a kind of secret away, in a spelling that it is seen in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization: BASIC dXNlcjpwYXNz1",
                "Digest username1234",
                "bearer: 0123456789",
                "TOKEN 0123456789abcdef",
                "Set-Cookie: a=b",
                "COOKIE: a=b",
                "?access_token=abcdef12",
                "&Api_Key=abcdef12",
                "?apikey=abcdef12",
                "{ client_secret: abcdef12}",
                "?password=abcdef12",
                "?passwd=abcdef12",
                "?PWD=abcdef12",
                "?sessionid=abcdef12",
                "?sid=abcdef12",
                "?auth=abcdef12",
                "?code=abcdef12",
                "?sig=abcdef12",
                "?signature=abcdef12",
                "sk-0123456789abcd",
                "pk_0123456789abcd",
                "rk_0123456789abcd",
                "ghp_0123456789abcd",
                "gho_0123456789abcd",
                "ghs_0123456789abcd",
                "glpat-0123456789abcd",
                "xoxb-0123456789abcd",
                "AKIA0123456789ABCD",
                "AIzaSy0123456789abcd",
                "8.8.8.8",
                "ftp://me:it@example.com/"
            })
    void everyKindOfSecretIsRecognised(String text) {
        assertTrue(Secrets.mask(text).isChanged());
        assertTrue(Secrets.mask("TypeError: x is not a function\n" + text + "\n").isChanged());
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

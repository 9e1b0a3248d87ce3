package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paste box at its limits. */
class PasteTest {

    private static final String HAN = "\u6F22";

    @TempDir private static Path folder;

    private static TestWiki wiki;

    @BeforeAll
    static void start() throws IOException {
        wiki = new TestWiki(folder);
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> paste(String text) {
        return wiki.post("/search", "application/x-www-form-urlencoded", "q=" + encoded(text));
    }

    @Test
    void shortTextWithALongAddressIsAnsweredInPlace() {
        assertEquals(200, paste(HAN.repeat(1_400)).statusCode());
    }

    @Test
    void everyAddressThatIsGivenIsAnswered() {
        for (String text :
                new String[] {"'%".repeat(750), HAN.repeat(600), "\n".repeat(1_400) + "x"}) {
            HttpResponse<byte[]> response = paste(text);
            assertEquals(303, response.statusCode());
            assertEquals(200, wiki.get(header(response, "Location")).statusCode());
        }
    }

    @Test
    void limitCountsBytes() {
        assertEquals(200, paste("a b\n".repeat(RequestBody.LARGEST / 4)).statusCode());
        assertEquals(413, paste(HAN.repeat(RequestBody.LARGEST / 2)).statusCode());
        String page = TestWiki.text(paste("a".repeat(RequestBody.LARGEST + 1)));
        assertEquals("Paste too large", Jsoup.parse(page).select("h1").text());
    }

    @Test
    void longestQueryOfAnyScriptFitsTheInterface() {
        String query = encoded(HAN.repeat(Api.LONGEST_QUERY));
        assertEquals(200, wiki.get("/api/v1/search?q=" + query).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</textarea><svg onload=alert(1)>",
                "\"><b>fetch</b>",
                "{{origin}} ${page} $unsafe{page}",
                "\n\nleading lines"
            })
    void boxShowsThePasteAgainAsItWas(String text) {
        Document page = Jsoup.parse(wiki.page("/search?q=" + encoded(text)));
        assertEquals(text, page.selectFirst("#paste").wholeText());
        assertTrue(page.select("main svg[onload], main b").isEmpty());
    }

    @Test
    void fieldRepeatsAShortQueryOnly() {
        Document page = Jsoup.parse(wiki.page("/search?q=" + encoded("say \"fetch\"")));
        assertEquals("say \"fetch\"", page.select("#find").attr("value"));
        assertEquals(
                "", Jsoup.parse(wiki.page("/search?q=two%0Alines")).select("#find").attr("value"));
    }
}

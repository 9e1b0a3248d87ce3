package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodTest {

    private static final int MORE_THAN_ANYONE_NEEDS = 3_000;

    @TempDir private Path folder;

    private HttpResponse<byte[]> stopped(Function<TestWiki, HttpResponse<byte[]>> ask)
            throws IOException {
        try (TestWiki wiki = new TestWiki(folder)) {
            HttpResponse<byte[]> response = ask.apply(wiki);
            int sent = 1;
            while (response.statusCode() == 200 && sent < MORE_THAN_ANYONE_NEEDS) {
                response = ask.apply(wiki);
                sent++;
            }
            assertEquals(429, response.statusCode());
            assertTrue(sent > 200, "stopped after " + sent);
            assertEquals("1", TestWiki.header(response, "Retry-After"));
            assertEquals(200, wiki.get("/errors/missing-header").statusCode());
            return response;
        }
    }

    @Test
    void floodOfSearchesIsStoppedAndPagesStayOpen() throws IOException {
        HttpResponse<byte[]> response = stopped(wiki -> wiki.get("/api/v1/search?q=x"));
        assertTrue(TestWiki.text(response).contains("\"title\":\"Too many requests\""));
    }

    @Test
    void floodOfPastesIsStoppedWhoeverAnswersThem() throws IOException {
        stopped(wiki -> wiki.get("/search?q=ERR_FAILED"));
        HttpResponse<byte[]> response =
                stopped(wiki -> wiki.post("/api/v1/explain", "text/plain", "ERR_FAILED"));
        assertTrue(TestWiki.text(response).contains("\"title\":\"Too many requests\""));
    }
}

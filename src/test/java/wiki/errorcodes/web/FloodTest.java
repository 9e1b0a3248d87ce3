package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodTest {

    private static final int MORE_THAN_ANYONE_NEEDS = 3_000;

    @TempDir private Path folder;

    @Test
    void floodOfSearchesIsStoppedAndPagesStayOpen() throws IOException {
        try (TestWiki wiki = new TestWiki(folder)) {
            HttpResponse<byte[]> response = wiki.get("/api/v1/search?q=x");
            int sent = 1;
            while (response.statusCode() == 200 && sent < MORE_THAN_ANYONE_NEEDS) {
                response = wiki.get("/api/v1/search?q=x");
                sent++;
            }
            assertEquals(429, response.statusCode());
            assertTrue(sent > 200, "stopped after " + sent);
            assertEquals("1", TestWiki.header(response, "Retry-After"));
            assertTrue(TestWiki.text(response).contains("\"title\":\"Too many requests\""));
            assertEquals(200, wiki.get("/errors/missing-header").statusCode());
        }
    }
}

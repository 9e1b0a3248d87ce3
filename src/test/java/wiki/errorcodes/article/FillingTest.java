package wiki.errorcodes.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.site.SiteBuilder;

/** What stands in a fix is the reader's where that is what its name says. */
class FillingTest {

    @TempDir static Path folder;
    private static Article article;

    @BeforeAll
    static void read() throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article("A", ""));
        article = SiteBuilder.build(content, folder.resolve("data")).library().articles().get(0);
    }

    private static Filling.Value value(Map<String, String> captured, String name) {
        return new Filling(captured, article).value(name);
    }

    private static Filling.Value own(String name, String text) {
        return new Filling.Value(name, text, true);
    }

    private static Filling.Value example(String name, String text) {
        return new Filling.Value(name, text, false);
    }

    @Test
    void hostIsThatOfTheAddressUnlessOneWasCaptured() {
        Map<String, String> url = Map.of("url", "https://api.example.org:8443/a?b");
        assertEquals(own("host", "api.example.org:8443"), value(url, "host"));
        assertEquals(own("url.path", "/a"), value(url, "url.path"));
        Map<String, String> both =
                Map.of("url", "https://api.example.org/a", "host", "shop.example.org");
        assertEquals(own("host", "shop.example.org"), value(both, "host"));
        Map<String, String> unusable =
                Map.of("url", "https://api.example.org/a", "host", "<b>shop</b>");
        assertEquals(example("host", "app.example.com"), value(unusable, "host"));
    }

    /** An address says nothing of another host than its own. */
    @Test
    void secondHostIsNotThatOfTheAddress() {
        Map<String, String> url = Map.of("url", "https://api.example.org/a");
        assertEquals(example("host2", "app.example.com"), value(url, "host2"));
    }

    @Test
    void whatIsNotWhatItsNameSaysIsAnExample() {
        Map<String, String> captured = Map.of("origin", "null\nSet-Cookie: a=b", "status", "9999");
        assertEquals(example("origin", "https://app.example.com"), value(captured, "origin"));
        assertEquals(example("status", "500"), value(captured, "status"));
        assertEquals(example("url.host", "api.example.com"), value(captured, "url.host"));
    }
}

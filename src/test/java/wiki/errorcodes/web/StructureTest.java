package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wiki.errorcodes.web.TestWiki.header;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.signature.Browser;

/** What holds for the pages as a whole: links, ids, headings, symbols. */
class StructureTest {

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

    private static Document page(String path) {
        return Jsoup.parse(wiki.page(path), wiki.url(path));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Set<String> seen = new HashSet<>(Set.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String path = open.remove();
            var response = wiki.get(path);
            assertEquals(200, response.statusCode(), path);
            if (header(response, "Content-Type").startsWith("text/html")) {
                for (String target : targets(path)) {
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        assertTrue(
                seen.containsAll(List.of("/errors/fetch-failed.md", "/tags/http-headers")),
                seen.toString());
    }

    /**
     * Returns the addresses of this wiki that a page leads to, having checked its links to itself.
     */
    private static Set<String> targets(String path) {
        Document page = page(path);
        Set<String> targets = new HashSet<>();
        for (Element link : page.select("a[href], link[href], script[src]")) {
            URI target = URI.create(link.absUrl(link.hasAttr("src") ? "src" : "href"));
            if (target.getPort() == wiki.port()) {
                String fragment = target.getFragment();
                if (fragment != null && target.getPath().equals(path)) {
                    assertTrue(
                            page.getElementById(fragment) != null, path + " has no #" + fragment);
                }
                targets.add(target.getRawPath());
            }
        }
        return targets;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/errors/missing-header",
                "/errors/fetch-failed",
                "/collections/",
                "/collections/cors",
                "/tags/",
                "/tags/cors",
                "/codes",
                "/about",
                "/status",
                "/search?q=net::ERR_FAILED",
                "/search?q=zzz",
                "/nothing"
            })
    void headingsAreInOrderAndIdsAreUnique(String path) {
        Document page = page(path);
        int last = 0;
        for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= last + 1, "after h" + last + " comes " + heading.outerHtml());
            last = level;
        }
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(one -> assertTrue(ids.add(one.id()), one.id() + " stands twice"));
        assertFalse(page.select("meta[name=description]").attr("content").isBlank());
        boolean own = !path.contains("?") && !path.equals("/nothing");
        String canonical = own ? path : path.contains("ERR_FAILED") ? "/errors/fetch-failed" : "";
        assertEquals(canonical, page.select("link[rel=canonical]").attr("href"));
        assertEquals(
                canonical.isEmpty() ? "noindex" : "",
                page.select("meta[name=robots]").attr("content"));
    }

    @Test
    void tableOfContentsFollowsThePage() {
        for (String path : List.of("/errors/missing-header", "/errors/fetch-failed")) {
            Document page = page(path);
            assertEquals(
                    page.select("article h2").eachText(), page.select(".contents a").eachText());
        }
    }

    @Test
    void missingPageSpeaksInSentences() {
        Document page = page("/errors/nope");
        assertEquals("There is no article \"nope\".", page.select(".summary").text());
        assertEquals("nope", page.selectFirst("textarea").wholeText());
    }

    @Test
    void everyNameThatPagesUseHasASymbol() {
        Collection.ICONS.forEach(name -> assertTrue(Icons.has(name), name));
        Arrays.stream(Severity.values()).forEach(one -> assertTrue(Icons.has(one.id()), one.id()));
        Arrays.stream(Browser.values()).forEach(one -> assertTrue(Icons.has(one.id()), one.id()));
    }
}

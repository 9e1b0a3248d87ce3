package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.SiteBuilder;

/** What a team adds is shown as the team's. */
class OverlayPagesTest {

    @TempDir private Path folder;

    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        Path content = folder.resolve("content");
        Path overlay = folder.resolve("content-local");
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 1));
        TestArticles.write(
                content,
                "net/refused.md",
                TestArticles.article(
                        "Refused", "messages:\n  chrome: \"{host} refused to connect.\"\n"));
        TestArticles.write(
                overlay,
                "net/vpn.md",
                "---\nextends: refused\nreviewed: 2026-11-20\n---\n\n## Behind the VPN\n\nOpen {{host}} from inside.\n");
        TestArticles.write(overlay, "net/ours.md", TestArticles.article("Our own", ""));
        LiveSite live =
                new LiveSite(
                        SiteBuilder.build(
                                new ContentFolder(content, Optional.of(overlay)),
                                folder.resolve("data"),
                                SiteBuilder.Progress.SILENT));
        server = WebServer.start(live, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(
                new String(
                        URI.create("http://127.0.0.1:" + server.port() + path)
                                .toURL()
                                .openStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
    }

    @Test
    void noteStandsInItsArticleWithTheReadersValue() throws IOException {
        Document page = page("/errors/refused?host=db.example.com");
        assertEquals("From your team", page.select(".team > h2").text());
        assertEquals("Behind the VPN", page.select(".team > h3").text());
        assertEquals("Open db.example.com from inside.", page.select(".team > p").first().text());
        assertEquals(
                "content-local/net/vpn.md · reviewed 2026-11-20",
                page.select(".team > .meta").text());
        assertEquals("From your team", page.select(".contents a[href='#from-your-team']").text());
        assertEquals(0, page.select(".badge-team").size(), "the article is the wiki's own");
    }

    @Test
    void answerLeadsToTheNote() throws IOException {
        Document page = page("/search?q=db.example.com+refused+to+connect.");
        assertEquals("From your team: Behind the VPN", page.select(".hit .team").text());
        String target = page.select(".hit .team a").attr("href");
        assertEquals(
                "Behind the VPN",
                page(target).getElementById(target.substring(target.indexOf('#') + 1)).text());
    }

    @Test
    void articleOfTheTeamIsMarkedWhereverItIsListed() throws IOException {
        assertEquals("From your team", page("/errors/ours").select(".badge-team").text());
        assertEquals(
                "Our own From your team",
                page("/collections/net").select(".item:has(.badge-team)").select("a, span").text());
    }
}

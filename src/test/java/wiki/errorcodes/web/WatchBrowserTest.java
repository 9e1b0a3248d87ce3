package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.ContentWatcher;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.SiteBuilder;

/** An editor saves; the open page follows, in a real Chromium. */
class WatchBrowserTest {

    @TempDir private Path folder;

    @Test
    void openPageFollowsTheFileAndShowsItsErrors() throws IOException {
        Path content = folder.resolve("content");
        Path data = folder.resolve("data");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article("First title", ""));
        LiveSite live = new LiveSite(SiteBuilder.build(content, data));
        Reloads reloads =
                new Reloads(ContentWatcher.Change.of(live.current(), ContentFolder.of(content)));
        try (Chromium chromium = Chromium.start();
                WebServer server =
                        WebServer.start(
                                live, "127.0.0.1", 0, Address.UNKNOWN, Optional.of(reloads));
                ContentWatcher watcher =
                        ContentWatcher.start(
                                ContentFolder.of(content), data, live, reloads::announce);
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + server.port() + "/errors/a");
            awaitTitle(page, "First title");

            TestArticles.write(content, "cors/a.md", TestArticles.article("Second title", ""));
            awaitTitle(page, "Second title");

            TestArticles.write(
                    content, "cors/a.md", TestArticles.article("Third title", "relatd: [b]\n"));
            page.locator(".problems").waitFor();
            assertEquals(
                    "cors/a.md:4:1 unknown key \"relatd\" [unknown-key]",
                    page.locator(".problems p").first().innerText());
            assertEquals("relatd: [b]\n^^^^^^", page.locator(".problems pre").innerText());
            assertEquals(
                    "hint: did you mean \"related\"?",
                    page.locator(".problems p").last().innerText());
            // The last good version is served.
            awaitTitle(page, "Second title");

            TestArticles.write(content, "cors/a.md", TestArticles.article("Third title", ""));
            page.locator(".problems")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            awaitTitle(page, "Third title");

            // A picture beside the article, and then another one of the same name.
            TestArticles.write(content, "cors/a/p.svg", square(40));
            TestArticles.write(
                    content,
                    "cors/a.md",
                    TestArticles.article("With picture", "") + "\n## Look\n\n![A square](p.svg)\n");
            page.locator("img[alt='A square'][width='40']").waitFor();
            TestArticles.write(content, "cors/a/p.svg", square(50));
            page.locator("img[alt='A square'][width='50']").waitFor();
            assertEquals(
                    true,
                    page.locator("img[alt='A square']")
                            .evaluate(
                                    "image => image.decode().then(() => image.naturalWidth === 50)"));
        }
    }

    private static String square(int side) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%1$d'><rect width='9' height='9'/></svg>"
                .formatted(side);
    }

    private static void awaitTitle(Page page, String title) {
        page.locator("h1").filter(new Locator.FilterOptions().setHasText(title)).waitFor();
    }
}

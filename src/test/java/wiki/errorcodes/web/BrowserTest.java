package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader does, in a real Chromium. Skipped where there is none; {@code .ci/run} fails when
 * it was skipped.
 */
class BrowserTest {

    @TempDir private static Path folder;

    private static TestWiki wiki;
    private static Chromium chromium;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        browser = chromium.browser();
        wiki = new TestWiki(folder);
    }

    @AfterAll
    static void stop() {
        Stream.of(chromium, wiki)
                .filter(one -> one != null)
                .forEach(
                        one -> {
                            try {
                                one.close();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        });
    }

    /** A page whose console must stay empty. */
    private static Page open(BrowserContext context, List<String> console) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(console::add);
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readerPastesAndLandsOnTheAnswerWithAndWithoutJavaScript(boolean javaScript) {
        List<String> console = new ArrayList<>();
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions().setJavaScriptEnabled(javaScript))) {
            Page page = open(context, console);
            page.navigate(wiki.url("/"));
            page.getByLabel("What did the browser print?")
                    .fill(
                            "orders.js:3 Uncaught (in promise) TypeError: Failed to fetch\n"
                                    + TestWiki.MISSING_HEADER);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Explain")).click();
            assertEquals(
                    "No <header> & \"quotes\"", page.locator(".finding h2").first().innerText());
            assertEquals(
                    "https://shop.example.org",
                    page.locator(".finding .answer-text .value-own").first().innerText());
            page.locator(".finding h2 a").first().click();
            assertTrue(
                    page.url()
                            .endsWith(
                                    "/errors/missing-header?origin=https%3A%2F%2Fshop.example.org"),
                    page.url());
            assertEquals("Why does it happen?", page.locator(".answer-question").innerText());
            page.locator(".related a").click();
            assertEquals("Fetch failed", page.locator("h1").innerText());
            page.locator(".crumbs a").nth(1).click();
            assertEquals("Net", page.locator("h1").innerText().strip());
        }
        assertEquals(List.of(), console);
    }

    @Test
    void controlEnterSendsThePaste() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(wiki.url("/"));
            page.getByLabel("What did the browser print?").fill("net::ERR_FAILED");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/search?q=**");
            assertEquals("Fetch failed", page.locator(".finding h2").innerText());
        }
    }

    @Test
    void codeIsCopied() {
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = context.newPage();
            page.navigate(wiki.url("/errors/missing-header"));
            page.locator(".code:has(.language-nginx) .copy").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copied"))
                    .waitFor();
            assertEquals(
                    "add_header Access-Control-Allow-Origin \"https://app.example.com\" always;\n",
                    page.evaluate("navigator.clipboard.readText()"));
        }
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
                "/search?q=Failed%20to%20fetch",
                "/search?q=zzz"
            })
    void pagesRaiseNoErrorAndFitAPhone(String path) {
        List<String> console = new ArrayList<>();
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 640))) {
            Page page = open(context, console);
            page.navigate(wiki.url(path));
            assertEquals(
                    0,
                    page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                    "scrolls sideways");
        }
        assertEquals(List.of(), console);
    }
}

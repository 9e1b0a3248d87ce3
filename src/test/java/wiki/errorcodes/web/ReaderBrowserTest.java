package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages do for a reader beyond being read, in a real Chromium. */
class ReaderBrowserTest {

    private static final String PASTE =
            TestWiki.MISSING_HEADER + "\nUncaught (in promise) TypeError: Failed to fetch";

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
        if (wiki != null) {
            wiki.close();
            chromium.close();
        }
    }

    private interface Visit {
        void go(Page page);
    }

    private static void visit(String path, Visit visit) {
        visit(new Browser.NewContextOptions(), path, visit);
    }

    private static void visit(Browser.NewContextOptions options, String path, Visit visit) {
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.navigate(wiki.url(path));
            visit.go(page);
        }
    }

    private static Browser.NewContextOptions withoutScript() {
        return new Browser.NewContextOptions().setJavaScriptEnabled(false);
    }

    private static String search(String paste) {
        return "/search?q="
                + java.net.URLEncoder.encode(paste, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void coloursAreChosenAndRememberedWithoutFlash() {
        visit(
                new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT),
                "/",
                page -> {
                    String ground = "getComputedStyle(document.body).backgroundColor";
                    Object light = page.evaluate(ground);
                    page.locator(".theme").click();
                    assertEquals(light, page.evaluate(ground), "light is what the system has");
                    page.locator(".theme").click();
                    Object dark = page.evaluate(ground);
                    assertFalse(light.equals(dark));
                    assertEquals(
                            "Colours: dark", page.locator(".theme").getAttribute("aria-label"));
                    page.addInitScript(
                            "addEventListener('DOMContentLoaded', () => { window.early = getComputedStyle(document.body).backgroundColor; })");
                    page.reload();
                    assertEquals(dark, page.evaluate("window.early"), "flashes");
                });
    }

    @Test
    void valuesOfTheReaderGoIntoTheFixesWithoutScript() {
        visit(
                withoutScript(),
                "/errors/missing-header",
                page -> {
                    page.locator(".your-values summary").click();
                    page.getByLabel("origin").fill("https://shop.example.org");
                    page.getByText("Fill in").click();
                    assertTrue(
                            page.url().endsWith("?origin=https%3A%2F%2Fshop.example.org"),
                            page.url());
                    assertTrue(
                            page.locator(".language-nginx")
                                    .innerText()
                                    .contains("\"https://shop.example.org\""));
                    page.getByText("Clear").click();
                    assertTrue(page.url().endsWith("/errors/missing-header"));
                    assertTrue(
                            page.locator(".language-nginx")
                                    .innerText()
                                    .contains("\"https://app.example.com\""));
                });
    }

    @Test
    void valueThatIsNotWhatItsNameSaysStaysOut() {
        visit(
                "/errors/missing-header?origin=%22%3B%20rm%20-rf",
                page ->
                        assertTrue(
                                page.locator(".language-nginx")
                                        .innerText()
                                        .contains("\"https://app.example.com\"")));
    }

    @Test
    void everyFixIsReadableWithoutScript() {
        visit(
                withoutScript(),
                "/errors/missing-header",
                page -> {
                    assertTrue(page.locator(".language-nginx").isVisible());
                    assertTrue(page.locator(".language-apache").isVisible());
                    assertFalse(page.locator("[role=tab]").first().isVisible());
                });
    }

    @Test
    void tabsFollowTheArrowsAndTheChoiceHoldsInOtherArticles() {
        visit(
                "/errors/missing-header",
                page -> {
                    Locator nginx =
                            page.locator(
                                    "[role=tab]", new Page.LocatorOptions().setHasText("nginx"));
                    assertEquals("true", nginx.getAttribute("aria-selected"));
                    assertTrue(page.locator(".language-nginx").isVisible());
                    nginx.focus();
                    page.keyboard().press("ArrowRight");
                    assertEquals("Apache", page.evaluate("document.activeElement.textContent"));
                    assertFalse(page.locator(".language-nginx").isVisible());
                    assertTrue(page.locator(".language-apache").isVisible());
                    page.navigate(wiki.url("/errors/fetch-failed"));
                    assertEquals(
                            "Apache",
                            page.locator(".fixes [role=tab][aria-selected=true]").innerText());
                    assertTrue(page.getByText("Nothing either.").isVisible());
                });
    }

    @Test
    void browserOfTheReaderComesFirstAmongTheWordings() {
        visit(
                new Browser.NewContextOptions()
                        .setUserAgent(
                                "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
                "/errors/missing-header",
                page ->
                        assertEquals(
                                "Firefox",
                                page.locator(".tabs-browser [aria-selected=true]")
                                        .innerText()
                                        .strip()));
    }

    @Test
    void linkToAFixOpensItsTab() {
        visit(
                "/errors/missing-header#apache",
                page -> assertTrue(page.locator(".language-apache").isVisible()));
    }

    @Test
    void stepsStayTicked() {
        visit(
                "/errors/missing-header",
                page -> {
                    page.getByLabel("Step 1 done").click();
                    page.reload();
                    assertEquals(
                            "true", page.getByLabel("Step 1 done").getAttribute("aria-checked"));
                    page.getByLabel("Step 1 done").click();
                    page.reload();
                    assertEquals(
                            "false", page.getByLabel("Step 1 done").getAttribute("aria-checked"));
                });
    }

    @Test
    void contentsShowWhereTheReaderIs() {
        visit(
                new Browser.NewContextOptions().setViewportSize(1280, 400),
                "/errors/missing-header",
                page -> {
                    page.evaluate(
                            "document.querySelector('#overview').scrollIntoView({ block: 'start', behavior: 'instant' })");
                    page.locator(".contents a[aria-current]:not([href='#what-browsers-print'])")
                            .waitFor();
                });
    }

    @Test
    void searchFieldSuggestsAndIsUsedByKeys() {
        visit(
                "/about",
                page -> {
                    page.keyboard().press("/");
                    assertEquals("find", page.evaluate("document.activeElement.id"));
                    page.keyboard().type("err_fa");
                    page.locator("[role=option]").first().waitFor();
                    assertEquals("true", page.locator("#find").getAttribute("aria-expanded"));
                    assertEquals("1 suggestion", page.locator(".find [role=status]").innerText());
                    page.keyboard().press("Escape");
                    page.locator("#find-list")
                            .waitFor(
                                    new Locator.WaitForOptions()
                                            .setState(WaitForSelectorState.HIDDEN));
                    page.keyboard().type("i");
                    page.locator("[role=option]").first().waitFor();
                    page.keyboard().press("ArrowDown");
                    assertEquals(
                            page.locator("[role=option][aria-selected=true]").getAttribute("id"),
                            page.locator("#find").getAttribute("aria-activedescendant"));
                    page.keyboard().press("Enter");
                    page.waitForURL("**/errors/fetch-failed");
                });
    }

    @Test
    void selectedTextIsTheQuery() {
        visit(
                "/errors/fetch-failed",
                page -> {
                    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))");
                    page.keyboard().press("/");
                    assertTrue(page.locator("#find").inputValue().startsWith("Fetch failed"));
                });
    }

    @Test
    void consequencesAreFoldedUnderTheirCause() {
        visit(
                search(PASTE),
                page -> {
                    assertEquals(1, page.locator("main > .finding").count());
                    assertFalse(page.locator(".finding-consequence").isVisible());
                    page.locator(".consequences summary").click();
                    assertEquals(
                            "Fetch failed", page.locator(".finding-consequence h2").innerText());
                });
    }

    @Test
    void wholeAnswerIsCopiedAsMarkdownWithoutTheClipboardInterface() {
        visit(
                search(PASTE),
                page -> {
                    page.addInitScript(
                            "Object.defineProperty(navigator, 'clipboard', { value: undefined })");
                    page.reload();
                    page.getByText("Copy as Markdown").click();
                    page.getByText("Copied").waitFor();
                    page.locator("#paste").fill("");
                    page.locator("#paste").focus();
                    page.keyboard().press("Control+V");
                    String markdown = page.locator("#paste").inputValue();
                    assertTrue(
                            markdown.startsWith("## No <header> & \"quotes\"\n\n> Access to fetch"),
                            markdown);
                    assertTrue(
                            markdown.contains(
                                    "add_header Access-Control-Allow-Origin \"https://shop.example.org\" always;"),
                            markdown);
                    assertTrue(markdown.contains("A consequence of the error above."), markdown);
                });
    }

    @Test
    void answerAsMarkdownIsThereWithoutScript() {
        visit(
                withoutScript(),
                search(PASTE),
                page -> {
                    page.locator(".as-markdown summary").click();
                    assertTrue(page.locator("#markdown").inputValue().contains("## Fetch failed"));
                });
    }

    @Test
    void unknownErrorOffersADraftToEditors() {
        visit(
                search("TypeError: frobnicate the quux at https://shop.example.org/a.js"),
                page ->
                        assertTrue(
                                page.locator("#markdown")
                                        .inputValue()
                                        .contains("    - \"frobnicate the quux at {url}\"")));
    }

    @Test
    void droppedHarFileLeavesItsFailedRequestsInTheBox() {
        visit(
                "/",
                page -> {
                    page.evaluate(
                            """
                            () => {
                              const har = { log: { entries: [
                                { request: { method: "GET", url: "https://a.example/ok" }, response: { status: 200, statusText: "OK" } },
                                { request: { method: "GET", url: "https://a.example/x" }, response: { status: 0, statusText: "", _error: "net::ERR_FAILED" } },
                                { request: { method: "PUT", url: "https://a.example/y" }, response: { status: 503, statusText: "Service Unavailable" } }
                              ] } };
                              const data = new DataTransfer();
                              data.items.add(new File([JSON.stringify(har)], "page.har"));
                              document.querySelector("#paste").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                            }
                            """);
                    PlaywrightAssertions.assertThat(page.locator("#paste")).not().hasValue("");
                    assertEquals(
                            "GET https://a.example/x net::ERR_FAILED\nPUT https://a.example/y 503 (Service Unavailable)",
                            page.locator("#paste").inputValue());
                });
    }

    @Test
    void codesAreFilteredWhileTyping() {
        visit(
                "/codes",
                page -> {
                    int all = page.locator("tbody tr:visible").count();
                    page.getByLabel("Find a code").fill("err_fa");
                    assertEquals(1, page.locator("tbody tr:visible").count());
                    assertEquals("1 code", page.locator("output").innerText());
                    page.getByLabel("Find a code").fill("");
                    assertEquals(all, page.locator("tbody tr:visible").count());
                });
    }

    /** Waits inside the page: Playwright's own waiting is eval, which the wiki's policy forbids. */
    private static void await(Page page, String condition) {
        page.evaluate(
                "async () => { while (!(%s)) await new Promise((again) => setTimeout(again, 20)); }"
                        .formatted(condition));
    }

    @Test
    void visitedPagesOpenWithoutNetwork() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(wiki.url("/"));
            await(page, "navigator.serviceWorker.controller");
            page.navigate(wiki.url("/errors/fetch-failed"));
            page.navigate(wiki.url(search("Failed to fetch")));
            await(
                    page,
                    "(await caches.match('/errors/fetch-failed')) && (await caches.match(location.href))");
            context.setOffline(true);
            page.navigate(wiki.url("/errors/fetch-failed"));
            assertEquals("Fetch failed", page.locator("h1").innerText().replace(" #", "").strip());
            page.navigate(wiki.url(search("Failed to fetch")));
            assertEquals("Fetch failed", page.locator(".finding h2").innerText());
            page.navigate(wiki.url("/errors/missing-header"));
            assertEquals("You are offline", page.locator("h1").innerText());
            page.locator(".kept a").first().waitFor();
            context.setOffline(false);
            page.navigate(wiki.url("/errors/missing-header"));
            assertTrue(page.locator("h1").innerText().startsWith("No <header>"));
        }
    }

    static Stream<Arguments> lookOfEveryPage() {
        return Stream.of(
                        "/",
                        "/errors/missing-header?origin=https%3A%2F%2Fshop.example.org",
                        "/errors/fetch-failed",
                        "/collections/",
                        "/collections/cors",
                        "/tags/",
                        "/tags/cors",
                        "/browsers/chrome",
                        "/severities/error",
                        "/recent",
                        "/codes",
                        "/about",
                        "/status",
                        "/offline",
                        "/nothing-here",
                        search(PASTE),
                        search("frobnicate the quux"))
                .flatMap(
                        path ->
                                Stream.of(
                                        Arguments.of(path, ColorScheme.LIGHT, 1280),
                                        Arguments.of(path, ColorScheme.DARK, 320)));
    }

    @ParameterizedTest
    @MethodSource("lookOfEveryPage")
    void axeFindsNothing(String path, ColorScheme colours, int width) {
        visit(
                new Browser.NewContextOptions()
                        .setColorScheme(colours)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setViewportSize(width, 800),
                path,
                page -> {
                    page.evaluate(
                            "document.querySelectorAll('details').forEach(one => { one.open = true; })");
                    assertEquals(
                            List.of(),
                            new AxeBuilder(page)
                                    .analyze().getViolations().stream()
                                            .map(
                                                    one ->
                                                            one.getId()
                                                                    + ": "
                                                                    + one.getNodes()
                                                                            .get(0)
                                                                            .getHtml())
                                            .toList());
                });
    }

    @ParameterizedTest
    @MethodSource("lookOfEveryPage")
    void textSpacingAndZoomDoNotScrollSideways(String path, ColorScheme colours, int width) {
        visit(
                new Browser.NewContextOptions()
                        .setColorScheme(colours)
                        .setViewportSize(width / 2 > 320 ? width / 2 : 320, 640),
                path,
                page -> {
                    // WCAG 2.2, 1.4.12.
                    page.evaluate(
                            "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'); document.adoptedStyleSheets = [sheet]; }");
                    assertEquals(
                            0,
                            page.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
                });
    }
}

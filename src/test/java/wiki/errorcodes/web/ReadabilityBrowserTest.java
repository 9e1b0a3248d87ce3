package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether pages can be read and used by everybody, in a real Chromium. Skipped where there is none.
 */
class ReadabilityBrowserTest {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/errors/missing-header",
                    "/errors/fetch-failed",
                    "/collections/",
                    "/collections/cors",
                    "/tags/",
                    "/codes",
                    "/about",
                    "/status",
                    "/search?q=net::ERR_FAILED",
                    "/search?q=zzz");

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

    private static BrowserContext reader(ColorScheme scheme) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyTextHasContrast(ColorScheme scheme) {
        try (BrowserContext reader = reader(scheme)) {
            Page page = reader.newPage();
            for (String path : PAGES) {
                page.navigate(wiki.url(path));
                assertEquals(List.of(), page.evaluate(LOW_CONTRAST), path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void policyIsNeverViolated(ColorScheme scheme) {
        List<String> reported = new ArrayList<>();
        try (BrowserContext reader = reader(scheme)) {
            Page page = reader.newPage();
            page.onConsoleMessage(message -> reported.add(page.url() + " " + message.text()));
            page.addInitScript(
                    "document.addEventListener('securitypolicyviolation', violation =>"
                            + " console.error('violates ' + violation.violatedDirective));");
            PAGES.forEach(path -> page.navigate(wiki.url(path)));
        }
        assertEquals(List.of(), reported);
    }

    @Test
    void keyboardSkipsToTheContent() {
        try (BrowserContext reader = reader(ColorScheme.LIGHT)) {
            Page page = reader.newPage();
            page.navigate(wiki.url("/errors/missing-header"));
            page.keyboard().press("Tab");
            assertEquals(
                    "Skip to the content", page.evaluate("document.activeElement.textContent"));
            page.keyboard().press("Enter");
            assertEquals("main", page.evaluate("document.activeElement.id"));
        }
    }

    @Test
    void codeIsCopiedOnPlainHttpToo() {
        try (BrowserContext reader = reader(ColorScheme.LIGHT)) {
            reader.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            // Browsers offer the clipboard to https only; the test reads it through its own
            // reference.
            reader.addInitScript(
                    "window.testClipboard ="
                            + " navigator.clipboard;Object.defineProperty(Navigator.prototype,"
                            + " 'clipboard', { get: () => undefined });");
            Page page = reader.newPage();
            page.navigate(wiki.url("/errors/missing-header"));
            page.locator(".fixes .copy").first().click();
            page.locator(".fixes .copy >> text=Copied").waitFor();
            assertEquals(
                    "add_header Access-Control-Allow-Origin \"https://app.example.com\" always;",
                    String.valueOf(page.evaluate("window.testClipboard.readText()")).strip());
        }
    }

    /**
     * Returns every text whose contrast with what is behind it is below what WCAG AA asks of its
     * size.
     */
    private static final String LOW_CONTRAST =
            """
            () => {
              const rgba = (text) => {
                const parts = text.match(/[\\d.]+/g).map(Number);
                return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
              };
              const channel = (value) => {
                const part = value / 255;
                return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
              };
              const light = (c) => 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
              const behind = (element) => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = rgba(getComputedStyle(at).backgroundColor);
                  if (colour.a === 1) return colour;
                }
                return { r: 255, g: 255, b: 255, a: 1 };
              };
              const low = [];
              for (const element of document.body.querySelectorAll('*')) {
                const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
                if (!own || !element.checkVisibility()) continue;
                const style = getComputedStyle(element);
                const [a, b] = [light(rgba(style.color)), light(behind(element))].sort((x, y) => y - x);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < (large ? 3 : 4.5)) low.push(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
              }
              return [...new Set(low)];
            }\
            """;
}

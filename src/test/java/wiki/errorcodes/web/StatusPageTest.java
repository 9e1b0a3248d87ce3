package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** What editors see of the state of their wiki. */
class StatusPageTest {

    @TempDir private Path folder;

    private void article(String slug, String head, String changed) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(
                content, "net/" + slug + ".md", TestArticles.article("About " + slug, head));
        Files.setLastModifiedTime(
                content.resolve("net/" + slug + ".md"), FileTime.from(Instant.parse(changed)));
    }

    private Document page() throws IOException {
        Site site = SiteBuilder.build(folder.resolve("content"), folder.resolve("data"));
        byte[] html =
                new PageRenderer(Shell.PLAIN)
                        .html(new StatusPage(site, LocalDate.of(2026, 11, 23)));
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }

    private static List<String> list(Document page, String heading) {
        for (Element each : page.select("h2")) {
            if (each.text().equals(heading)) {
                return each.nextElementSibling().select("li").eachText();
            }
        }
        throw new AssertionError("no heading " + heading);
    }

    @Test
    void saysWhatWaitsForAnEditor() throws IOException {
        TestArticles.write(
                folder.resolve("content"), "net/_collection.md", TestArticles.collection("Net", 1));
        article(
                "old",
                "messages:\n  chrome: \"It is an old message\"\nexamples: [It is an old message]\nreviewed: 2025-11-22\n",
                "2026-01-05T10:00:00Z");
        article("new", "reviewed: 2026-11-20\n", "2026-11-23T10:00:00Z");
        article("never", "related: [nobody]\n", "2026-03-01T10:00:00Z");
        Document page = page();
        assertEquals(
                List.of("About new 2026-11-23", "About never 2026-03-01", "About old 2026-01-05"),
                list(page, "Changed last"));
        assertEquals(
                List.of("About never never", "About old 2025-11-22", "About new 2026-11-20"),
                list(page, "Longest without a review"));
        assertEquals(List.of("About never", "About new"), list(page, "Without examples"));
        assertEquals(
                List.of("Net 3 1 0 0 1 1"),
                page.select("tbody tr").stream().map(Element::text).toList());
        assertTrue(
                list(page, "What is wrong")
                        .get(0)
                        .startsWith(
                                "net/never.md:4:11 error no article \"nobody\" unknown-slug About never"),
                list(page, "What is wrong").toString());
        assertEquals("/errors/never", page.select(".diagnostics a").first().attr("href"));
    }
}

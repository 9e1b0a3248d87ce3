package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** What is kept for answers is that of the site that a request sees. */
class AnswersTest {

    private static final Query QUERY = Query.of("ERR_SOMETHING_ODD", Answers.FOUND);

    @TempDir private Path folder;

    private Site build(String title, String codes) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article(title, codes));
        return SiteBuilder.build(content, folder.resolve("data"));
    }

    private static String page(Answers answers, Site site) {
        return new String(answers.page(site, QUERY).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void answerFollowsTheSite() throws IOException {
        String codes = "codes: [ERR_SOMETHING_ODD]\n";
        Site old = build("First", codes);
        LiveSite live = new LiveSite(old);
        Answers answers =
                new Answers(live, new PageRenderer(Shell.PLAIN), RateLimit.of(0), Address.UNKNOWN);
        String before = page(answers, old);
        assertTrue(before.contains(">First</a></h2>"), before);
        assertTrue(before.contains("\n## First\n"), before);

        Site next = build("Second <b>", codes);
        live.swap(next);
        String after = page(answers, next);
        assertTrue(after.contains(">Second &lt;b&gt;</a></h2>"), after);
        assertTrue(after.contains("\n## Second &lt;b&gt;\n"), after);
        assertFalse(after.contains("First<"), after);

        assertEquals(before, page(answers, old), "a request that began before the change");
        assertEquals(after, page(answers, next));
    }

    @Test
    void besideAnAnswerStandLessThanASearchFinds() throws IOException {
        String message = "messages:\n  safari: \"The odd thing went sideways again.\"\n";
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/x.md", TestArticles.article("Left", message));
        TestArticles.write(content, "cors/y.md", TestArticles.article("Right", message));
        for (char c = 'a'; c < 'k'; c++) {
            TestArticles.write(
                    content, "cors/" + c + ".md", TestArticles.article("Sideways " + c, ""));
        }
        Site site = SiteBuilder.build(content, folder.resolve("data"));
        Answers answers =
                new Answers(
                        new LiveSite(site),
                        new PageRenderer(Shell.PLAIN),
                        RateLimit.of(0),
                        Address.UNKNOWN);

        Document answer = page(answers, site, "Error: The odd thing went sideways again.");
        assertEquals(2, answer.select(".finding .hit").size());
        assertEquals(6, answer.select("section:has(#others) .item").size());
        assertEquals(0, answer.select(".jump").size());

        Document search = page(answers, site, "sideways");
        assertEquals(Answers.FOUND, search.select(".items .item").size());
    }

    private static Document page(Answers answers, Site site, String text) {
        Body page = answers.page(site, Query.of(text, Answers.FOUND));
        return Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));
    }
}

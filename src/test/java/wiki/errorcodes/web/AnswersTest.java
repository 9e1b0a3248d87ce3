package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
}

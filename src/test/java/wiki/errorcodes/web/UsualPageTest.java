package wiki.errorcodes.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** The page that is filled is the one that would have been made. */
class UsualPageTest {

    private static final PageRenderer RENDERER = new PageRenderer(Shell.PLAIN);

    /** What any part of a page may not take for its own: markup, a mark for a hole, a secret. */
    private static final List<String> AROUND =
            List.of(
                    "%s",
                    "app.js:7 Uncaught (in promise) %s\n    at <b>\"load\" & 'go'</b> (a.js:1:2)",
                    "%s\n\uFDD0PASTE\uFDD1 \uFDD0*url\uFDD1 {{url}} {{origin}} \uFDD0",
                    "%s\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");

    private static String message(MessageTemplate template) {
        StringBuilder message = new StringBuilder();
        for (MessageTemplate.Part part : template.parts()) {
            if (part instanceof MessageTemplate.Literal literal) {
                message.append(literal.text());
            } else if (part instanceof MessageTemplate.Hole hole) {
                message.append(hole.placeholder().fallback());
            }
        }
        return message.toString();
    }

    private static String plain(byte[] page) {
        return new String(page, UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void everyMessageOfTheWikiIsAnsweredAsIfThePageWereMade(@TempDir Path data) throws IOException {
        Site site = SiteBuilder.build(Path.of("content"), data);
        AnswerCards cards = new AnswerCards(site, RENDERER, Address.UNKNOWN);
        List<SearchPage> usual = new ArrayList<>();
        int around = 0;
        for (Article article : site.library().articles()) {
            for (Wording wording : article.head().wordings()) {
                String frame = AROUND.get(around++ % AROUND.size());
                SearchPage page =
                        page(site, frame.replace("%s", message(wording.template())), cards);
                if (UsualPage.isUsual(page)) {
                    usual.add(page);
                }
            }
        }
        assertTrue(usual.size() > around / 2, usual.size() + " of " + around);
        int joined = 0;
        for (SearchPage page : usual) {
            Body body = UsualPage.body(page, RENDERER).orElseThrow();
            assertEquals(plain(RENDERER.html(page)), plain(body.bytes()));
            assertEquals(body.bytes().length, body.length());
            Optional<byte[]> gzip = body.gzip();
            if (gzip.isPresent()) {
                joined++;
                assertArrayEquals(body.bytes(), Gzip.restored(gzip.get()));
                assertTrue(gzip.get().length <= 0.6 * body.length());
            }
        }
        assertTrue(joined > 50, joined + " of " + usual.size());
    }

    private static SearchPage page(Site site, String paste, AnswerCards cards) {
        Query query = Query.of(paste, Answers.FOUND);
        Explanation explanation = site.searcher().explain(paste);
        List<Hit> hits =
                SearchPage.isWholeAnswer(explanation)
                        ? List.of()
                        : site.searcher().search(query, explanation);
        return SearchPage.of(site, query, explanation, hits, Secrets.mask(paste), cards);
    }

    @Test
    void marksThatNameNoHoleAreText(@TempDir Path folder) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article("A", ""));
        Article article =
                SiteBuilder.build(content, folder.resolve("data")).library().articles().get(0);
        PageOutput out = new PageOutput();
        Fragment.marked(
                        "a \uFDD0b\uFDD1 \uFDD0\uFDD1 \uFDD0=\uFDD1 \uFDD0LINE\uFDD1"
                                + " \uFDD0=url\uFDD1 c\uFDD0")
                .write(
                        new Filling(Map.of("url", "https://a.example/?a&b"), article),
                        (slot, to) -> to.writeContent("<" + slot.name() + ">"),
                        out);
        assertEquals(
                "a \uFDD0b\uFDD1 \uFDD0\uFDD1 \uFDD0=\uFDD1 <LINE>"
                        + " https://a.example/?a&amp;b c\uFDD0",
                new String(out.toByteArray(), UTF_8));
    }

    /** Beyond what is kept, to make and compress a page for one answer would be wasted. */
    @Test
    void hugeWikiAnswersWithoutAPageForEachArticle(@TempDir Path folder) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        int many = 402;
        for (int i = 0; i < many; i++) {
            TestArticles.write(
                    content,
                    "cors/a" + i + ".md",
                    TestArticles.article("A" + i, "messages:\n  safari: \"" + odd(i) + "\"\n"));
        }
        Site site = SiteBuilder.build(content, folder.resolve("data"));
        AnswerCards cards = new AnswerCards(site, RENDERER, Address.UNKNOWN);
        int kept = 0;
        for (Article article : site.library().articles()) {
            kept += cards.page(article, true).isPresent() ? 1 : 0;
        }
        assertEquals(400, kept);

        Answers answers =
                new Answers(new LiveSite(site), RENDERER, RateLimit.of(0), Address.UNKNOWN);
        for (int i = 0; i < many; i++) {
            Query query = Query.of(odd(i) + "\n    at load", Answers.FOUND);
            String page = new String(answers.page(site, query).bytes(), UTF_8);
            assertTrue(page.contains(">A" + i + "</a></h2>"), page);
            assertTrue(page.contains("Matched a message of Safari"), page);
        }
    }

    private static String odd(int number) {
        return "The odd thing went sideways in drawer number" + number + " again.";
    }
}

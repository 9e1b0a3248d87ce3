package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

class PreparedPagesTest {

    @TempDir private Path folder;

    private Site build(String title) throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article(title, ""));
        return SiteBuilder.build(content, folder.resolve("data"));
    }

    private static Article article(Site site) {
        return site.library().article("a").orElseThrow();
    }

    @Test
    void pageIsMadeOnce() throws IOException {
        Site site = build("First");
        PreparedPages pages = new PreparedPages(new LiveSite(site), new PageRenderer(Shell.PLAIN));
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            pages.page(
                    site,
                    "/about",
                    () -> {
                        made.incrementAndGet();
                        return AboutPage.of(site.library());
                    });
        }
        assertEquals(1, made.get());
        assertSame(pages.article(site, article(site)), pages.article(site, article(site)));
    }

    @Test
    void requestOfAnOldSiteDoesNotReplaceTheNewOne() throws IOException {
        Site old = build("First");
        LiveSite live = new LiveSite(old);
        PreparedPages pages = new PreparedPages(live, new PageRenderer(Shell.PLAIN));
        Site next = build("Second");
        live.swap(next);
        Prepared kept = pages.article(next, article(next));
        assertNotSame(kept, pages.article(old, article(old)));
        assertSame(kept, pages.article(next, article(next)));
    }

    @Test
    void pageThatIsTheSameAfterAChangeIsTakenOver() throws IOException {
        Path content = folder.resolve("content");
        TestArticles.write(content, "net/_collection.md", TestArticles.collection("Net", 2));
        TestArticles.write(content, "net/b.md", TestArticles.article("Other", ""));
        Site old = build("First");
        LiveSite live = new LiveSite(old);
        PreparedPages pages = new PreparedPages(live, new PageRenderer(Shell.PLAIN));
        Article other = old.library().article("b").orElseThrow();
        Prepared before = pages.article(old, other);
        Prepared changed = pages.article(old, article(old));
        Site next = build("Second");
        live.swap(next);
        assertSame(before, pages.article(next, next.library().article("b").orElseThrow()));
        assertNotSame(changed, pages.article(next, article(next)));
    }
}

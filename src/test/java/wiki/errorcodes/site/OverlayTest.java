package wiki.errorcodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.source.Diagnostic;

/** A team's own folder on top of the wiki. */
class OverlayTest {

    @TempDir private Path folder;

    private Path content;
    private Path overlay;

    @BeforeEach
    void write() {
        content = folder.resolve("content");
        overlay = folder.resolve("ours");
        TestArticles.write(content, "cors/_collection.md", TestArticles.collection("CORS", 1));
        TestArticles.write(content, "cors/a.md", TestArticles.article("First", ""));
        TestArticles.write(content, "cors/b.md", TestArticles.article("Second", ""));
        TestArticles.write(overlay, "cors/gateway.md", note("a", "It strips OPTIONS requests."));
    }

    private static String note(String target, String text) {
        return "---\nextends: "
                + target
                + "\nreviewed: 2026-11-23\n---\n\n## At our gateway\n\n"
                + text
                + "\n";
    }

    private ContentFolder both() {
        return new ContentFolder(content, Optional.of(overlay));
    }

    private Site build() throws IOException {
        return SiteBuilder.build(both(), folder.resolve("data"), SiteBuilder.Progress.SILENT);
    }

    private static List<String> diagnostics(Site site) {
        return site.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static List<String> headings(Site site, String slug) {
        return site.library().article(slug).orElseThrow().notes().stream()
                .map(Note::sections)
                .flatMap(List::stream)
                .map(section -> section.heading() + ": " + section.text().strip())
                .toList();
    }

    @Test
    void noteStandsBesideTheArticleItExtends() throws IOException {
        Site site = build();
        assertEquals(List.of(), diagnostics(site));
        assertEquals(List.of("At our gateway: It strips OPTIONS requests."), headings(site, "a"));
        assertEquals(List.of(), headings(site, "b"));
        assertEquals(
                "ours/cors/gateway.md",
                site.library().article("a").orElseThrow().notes().get(0).path());
        // Read back from the index, not parsed again.
        assertEquals(
                List.of("At our gateway: It strips OPTIONS requests."), headings(build(), "a"));
    }

    @Test
    void wordsOfANoteFindItsArticle() throws IOException {
        List<Hit> hits =
                build().searcher()
                        .search(
                                new Query(
                                        "gateway strips",
                                        5,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));
        assertEquals(List.of("a"), hits.stream().map(hit -> hit.article().slug()).toList());
    }

    @Test
    void articlesOfATeamJoinTheWikisCollectionsAndMayHaveTheirOwn() throws IOException {
        TestArticles.write(overlay, "cors/c.md", TestArticles.article("Third", "related: [a]\n"));
        TestArticles.write(overlay, "ours/_collection.md", TestArticles.collection("Ours", 9));
        TestArticles.write(overlay, "ours/d.md", TestArticles.article("Fourth", ""));
        Site site = build();
        assertEquals(List.of(), diagnostics(site));
        assertEquals(
                List.of("a", "b", "c"),
                site.library().in("cors").stream().map(Article::slug).toList());
        assertTrue(site.library().article("c").orElseThrow().isLocal());
        assertTrue(site.library().article("d").orElseThrow().isLocal());
        assertEquals("Ours", site.library().collection("ours").orElseThrow().title());
        assertTrue(!site.library().article("a").orElseThrow().isLocal());
    }

    @Test
    void whatTheWikiHasAlreadyIsKeptAndTheOtherReported() throws IOException {
        TestArticles.write(overlay, "cors/a.md", TestArticles.article("Usurper", ""));
        TestArticles.write(overlay, "cors/_collection.md", TestArticles.collection("CORS", 2));
        Site site = build();
        assertEquals("First", site.library().article("a").orElseThrow().title());
        assertEquals(1, site.library().collection("cors").orElseThrow().order());
        assertEquals(
                List.of(
                        "ours/cors/_collection.md:1:1: error: the wiki has a collection \"cors\" already [duplicate-slug]",
                        "ours/cors/a.md:1:1: error: the slug \"a\" belongs to cors/a.md [duplicate-slug]"),
                diagnostics(site));
    }

    @Test
    void mistakesInNotesAreReportedWhereTheyAre() throws IOException {
        TestArticles.write(overlay, "cors/gateway.md", note("aa", "See [[nowhere]]. {{nonsense}}"));
        TestArticles.write(content, "cors/stock.md", note("a", "Here."));
        TestArticles.write(
                overlay, "cors/odd.md", "---\nextends: a\ntitle: X\n---\n\nNo heading.\n");
        assertEquals(
                List.of(
                        "cors/stock.md:2:1: error: a note among the wiki's own articles [unknown-key]",
                        "ours/cors/gateway.md:8:20: error: no placeholder \"nonsense\" in the vocabulary [placeholder]",
                        "ours/cors/odd.md:3:1: error: unknown key \"title\" [unknown-key]",
                        "ours/cors/odd.md:6:1: error: text before the first section [section-order]"),
                diagnostics(build()));
        TestArticles.write(overlay, "cors/gateway.md", note("aa", "See [[nowhere]]."));
        assertTrue(
                diagnostics(build())
                        .containsAll(
                                List.of(
                                        "ours/cors/gateway.md:2:10: error: no article \"aa\" [unknown-slug]",
                                        "ours/cors/gateway.md:8:5: error: no article \"nowhere\" [broken-link]")));
    }

    @Test
    void changesOfTheOverlayAreFollowed() throws IOException {
        Site before = build();
        TestArticles.write(overlay, "cors/gateway.md", note("b", "Moved."));
        Site after =
                SiteBuilder.rebuild(
                                both(),
                                before,
                                both().concerned(overlay.resolve("cors/gateway.md")))
                        .orElseThrow()
                        .completed();
        assertEquals(List.of(), headings(after, "a"));
        assertEquals(List.of("At our gateway: Moved."), headings(after, "b"));
        assertEquals(build().version(), after.version());
    }
}

package wiki.errorcodes.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.source.SourceFile;

class CheckerTest {

    private final List<Article> articles = new ArrayList<>();

    private void article(String slug, String head) {
        article("cors", slug, TestArticles.article(slug, head));
    }

    private void article(String collection, String slug, String text) {
        articles.add(
                ArticleParser.article(new SourceFile(collection + "/" + slug + ".md", text), "h")
                        .value()
                        .orElseThrow());
    }

    private List<String> check() {
        Collection cors =
                ArticleParser.collection(
                                new SourceFile(
                                        "cors/_collection.md", TestArticles.collection("CORS", 1)),
                                "h")
                        .value()
                        .orElseThrow();
        return Checker.check(articles, List.of(cors), List.of()).stream()
                .map(found -> found + (found.hint().isEmpty() ? "" : " / " + found.hint()))
                .toList();
    }

    @Test
    void unknownSlugsAreReportedWhereTheyStandWithTheNearestOne() {
        article("failed-to-fetch", "");
        article("b", "related:\n  - failed-to-fetsh\n  - nowhere\n");
        assertEquals(
                List.of(
                        "cors/b.md:5:5: error: no article \"failed-to-fetsh\" [unknown-slug] / did you mean \"failed-to-fetch\"?",
                        "cors/b.md:6:5: error: no article \"nowhere\" [unknown-slug] / write the file name of an article without .md"),
                check());
    }

    @Test
    void deadLinksInTheTextAreReported() {
        article("cors", "a", TestArticles.article("A", "") + "\n## More\n\nSee [[gone]].\n");
        assertEquals(
                List.of(
                        "cors/a.md:30:5: error: no article \"gone\" [broken-link] / write the file name of an article without .md"),
                check());
    }

    @Test
    void oneSlugOneArticle() {
        article("cors", "same", TestArticles.article("A", ""));
        article("dns", "same", TestArticles.article("B", ""));
        assertEquals(
                "dns/same.md:1:1: error: the slug \"same\" belongs to cors/same.md [duplicate-slug] / rename one of the two files",
                check().stream()
                        .filter(found -> found.contains("[duplicate-slug]"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aliasMayNotBeTakenTwiceOrHideAnArticle() {
        article("a", "aliases: [old, b]\n");
        article("b", "aliases: [old]\n");
        assertEquals(
                List.of(
                        "cors/a.md:4:16: error: the alias \"b\" is the slug of cors/b.md [duplicate-slug] / remove the alias",
                        "cors/b.md:4:11: error: the alias \"old\" belongs to cors/a.md [duplicate-slug] / remove one of the two"),
                check());
    }

    @Test
    void oneIdentifierOneArticleWhateverItsSpelling() {
        article("a", "codes: [net::ERR_FAILED]\n");
        article("b", "codes: [ERR_FAILED]\n");
        assertEquals(
                List.of(
                        "cors/b.md:4:9: error: the identifier \"ERR_FAILED\" belongs to cors/a.md [duplicate-code] / one identifier leads to one article"),
                check());
    }

    @Test
    void kindsOfErrorsAreNobodysCode() {
        article("a", "codes: [TypeError]\n");
        assertEquals(
                List.of(
                        "cors/a.md:4:9: error: \"TypeError\" names a kind of error and is nobody's code [bad-value] / remove it; the messages tell errors of a kind apart"),
                check());
    }

    @Test
    void sharedWordingNeedsToBeToldApart() {
        article("a", "messages:\n  chrome: \"It has failed at {url}\"\n");
        article("b", "messages:\n  chrome: \"it has ‘failed’ at {origin}\"\n");
        assertEquals(
                List.of(
                        "cors/b.md:5:11: error: this wording also belongs to cors/a.md [duplicate-message] / "
                                + "say under tell_apart what to look at to decide between the two, or remove it here"),
                check());
        articles.remove(1);
        article(
                "b",
                "messages:\n  chrome: \"It has failed at {url}\"\ntell_apart:\n  a: Look there.\n");
        assertEquals(List.of(), check());
    }

    @Test
    void folderWithoutDescriptionIsAWarning() {
        article("dns", "a", TestArticles.article("A", ""));
        assertEquals(
                List.of(
                        "dns/a.md:1:1: warning: the folder \"dns\" has no readable _collection.md [missing-collection] / "
                                + "add dns/_collection.md with title, summary, order and icon"),
                check());
    }
}

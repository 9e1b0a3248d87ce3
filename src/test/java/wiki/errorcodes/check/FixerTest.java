package wiki.errorcodes.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

class FixerTest {

    private final List<Article> articles = new ArrayList<>();

    private SourceFile file(String slug, String text) {
        SourceFile file = new SourceFile("net/" + slug + ".md", text);
        ArticleParser.article(file, "h").value().ifPresent(articles::add);
        return file;
    }

    private Optional<Fixer.Mended> mended(SourceFile file, Levels levels) {
        return new Fixer(Library.of(articles, List.of()), levels).mended(file);
    }

    private String mended(SourceFile file) {
        return mended(file, Levels.usual()).map(Fixer.Mended::text).orElse("nothing to mend");
    }

    private static String withHead(String head) {
        return TestArticles.article("A", head);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|`related: [other]\n`",
                "`related:\n`|`related: [other]\n`",
                "`related: []\n`|`related: [other]\n`",
                "`related: third\n`|`related: [third, other]\n`",
                "`related: [ third ] # why\n`|`related: [ third, other ] # why\n`",
                "`related:\n- third\ntags: [net]\n`|`related:\n- third\n- other\ntags: [net]\n`",
                "`related:\n    - \"third\"   # why\n\nsources: []\n`|`related:\n    - \"third\"   # why\n    - other\n\nsources: []\n`",
                "`tags: [net]\naliases: [old]\n`|`tags: [net]\nrelated: [other]\naliases: [old]\n`",
            })
    void missingRelationIsAddedAsTheListIsWritten(String before, String after) {
        articles.clear();
        SourceFile file = file("a", withHead(before));
        file("other", TestArticles.article("Other", "related: [a]\n"));
        file("third", TestArticles.article("Third", ""));
        Levels others = Levels.of(new SourceFile(Levels.FILE, "rules: {key-order: off}"));
        assertEquals(withHead(after), mended(file, others).map(Fixer.Mended::text).orElseThrow());
    }

    @Test
    void fullListOfRelationsStaysAsItIs() {
        SourceFile file = file("a", withHead("related: [b, c, d, e, f, g]\n"));
        file("other", TestArticles.article("Other", "related: [a]\n"));
        assertEquals("nothing to mend", mended(file));
    }

    @Test
    void lineEndsStay() {
        SourceFile file =
                file("a", withHead("tags: [net]\nseverity: info\n").replace("\n", "\r\n"));
        file("other", TestArticles.article("Other", "related: [a]\n"));
        assertEquals(
                withHead("severity: info\ntags: [net]\nrelated: [other]\n").replace("\n", "\r\n"),
                mended(file));
    }

    @Test
    void listsThatWouldRunTogetherStay() {
        SourceFile file =
                file(
                        "a",
                        withHead("").replace("- A detail.\n", "- A detail.\n\n* Another list.\n"));
        assertEquals("nothing to mend", mended(file));
    }

    @Test
    void fileWithAnErrorStays() {
        assertEquals(
                "nothing to mend", mended(file("a", withHead("tags: [net]\nsevrity: info\n"))));
    }

    @Test
    void keysInBracesStay() {
        String text = withHead("");
        String head = "---\n{ summary: Says what it is., title: A }\n---\n";
        assertEquals(
                "nothing to mend",
                mended(file("a", head + text.substring(text.indexOf("---\n", 4) + 4))));
    }

    @Test
    void ruleThatIsTurnedOffIsNotMended() {
        SourceFile file = file("a", withHead("tags: [net]\nseverity: info\n"));
        assertTrue(mended(file, Levels.usual()).isPresent());
        Levels off = Levels.of(new SourceFile(Levels.FILE, "rules: {key-order: off}"));
        assertEquals(Optional.empty(), mended(file, off));
    }

    @Test
    void everythingIsMendedInOneGo() {
        SourceFile file =
                file(
                        "a",
                        withHead(
                                        """
                                        messages:
                                          chrome: "The “{name}” has failed"
                                        tags: [net]
                                        """)
                                .replace("- A detail.", "* A [detail](#step)."));
        file("other", TestArticles.article("Other", "related: [a]\n"));
        Fixer.Mended mended = mended(file, Levels.usual()).orElseThrow();
        assertEquals(
                List.of(
                        Rule.RELATED,
                        Rule.KEY_ORDER,
                        Rule.TEMPLATE_QUOTES,
                        Rule.LIST_MARKER,
                        Rule.ANCHOR),
                mended.rules());
        assertEquals(
                withHead(
                                """
                                tags: [net]
                                messages:
                                  chrome: "The \\"{name}\\" has failed"
                                related: [other]
                                """)
                        .replace("- A detail.", "- A [detail](#steps)."),
                mended.text());
    }
}

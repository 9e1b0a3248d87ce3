package wiki.errorcodes.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.content.ContentFolder;
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
        return new Fixer(Library.of(articles, List.of()), levels)
                .mended(
                        new ContentFolder.ContentFile(
                                file.path(), file.text().getBytes(UTF_8), "h"));
    }

    private static String text(Fixer.Mended mended) {
        return new String(mended.bytes(), UTF_8);
    }

    private String mended(SourceFile file) {
        return mended(file, Levels.usual()).map(FixerTest::text).orElse("nothing to mend");
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
        assertEquals(withHead(after), mended(file, others).map(FixerTest::text).orElseThrow());
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
    void picturesAreNotInTheWay() {
        byte[] gif = Base64.getDecoder().decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");
        String text =
                withHead("tags: [net]\nseverity: info\n")
                        .replace("What happened.", "![A dot](dot.gif)");
        ContentFolder.ContentFile file =
                new ContentFolder.ContentFile(
                        "net/a.md",
                        text.getBytes(UTF_8),
                        new TreeMap<>(Map.of("dot.gif", gif)),
                        "h");
        assertEquals(
                text.replace("tags: [net]\nseverity: info\n", "severity: info\ntags: [net]\n"),
                new Fixer(Library.of(List.of(), List.of()), Levels.usual())
                        .mended(file)
                        .map(FixerTest::text)
                        .orElseThrow());
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
                text(mended));
    }

    @Test
    void everyArticleIsRestoredToTheByte() throws IOException {
        Random random = new Random(3);
        Fixer fixer = new Fixer(Library.of(List.of(), List.of()), Levels.usual());
        List<ContentFolder.ContentFile> files = ContentFolder.of(Path.of("content")).read();
        assertTrue(files.size() > 100, "the stock wiki is there");
        for (ContentFolder.ContentFile file : files) {
            String text = new String(file.bytes(), UTF_8);
            String scrambled = scrambled(text, random);
            Optional<Fixer.Mended> mended =
                    fixer.mended(
                            new ContentFolder.ContentFile(
                                    file.path(), scrambled.getBytes(UTF_8), file.images(), "h"));
            assertEquals(text, mended.map(FixerTest::text).orElse(scrambled), file.path());
        }
    }

    /** The keys in any order, other bullets, every number 1. */
    private static String scrambled(String text, Random random) {
        String[] parts = text.split("(?m)^---\n", 3);
        List<String> keys = new ArrayList<>(List.of(parts[1].split("(?m)^(?=[a-z_]+:)")));
        Collections.shuffle(keys, random);
        StringBuilder body = new StringBuilder();
        boolean code = false;
        for (String line : parts[2].split("(?<=\n)")) {
            code ^= line.strip().startsWith("```");
            body.append(
                    code
                            ? line
                            : line.replaceFirst("^(\\s*)- ", "$1* ")
                                    .replaceFirst("^(?<indent>\\s*)[2-9]\\. ", "${indent}1. "));
        }
        return "---\n" + String.join("", keys) + "---\n" + body;
    }
}

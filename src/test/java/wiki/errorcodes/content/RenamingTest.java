package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.SourceFile;

/** What a renaming changes in a text, and what it leaves alone. */
class RenamingTest {

    private static final Renaming NAME = new Renaming("old", "new", "net", "net");
    private static final Renaming PLACE = new Renaming("old", "old", "net", "cors");
    private static final Renaming BOTH = new Renaming("old", "new", "net", "cors");

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text);
    }

    private static String elsewhere(Renaming renaming, String path, String text) {
        List<Edit> edits = renaming.elsewhere(file(path, text));
        return Edit.applied(text, edits);
    }

    private static String inside(Renaming renaming, String text) {
        return Edit.applied(text, renaming.inside(file("net/old.md", text)));
    }

    private static String head(String lines) {
        return "---\n" + lines + "---\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '~',
            value = {
                "[[old]] > [[new]]",
                "[[old|the text]] > [[new|the text]]",
                "[a](old.md) > [a](../cors/new.md)",
                "[a](./old.md#steps) > [a](../cors/new.md#steps)",
                "[a](../net/old.md#old) > [a](../cors/new.md#old)",
                "[a](/errors/old) > [a](/errors/new)",
                "[a](/errors/old?origin=x#old) > [a](/errors/new?origin=x#old)",
                "[a](/errors/old.md) > [a](/errors/new.md)",
                "~[a][r]\n\n[r]: old.md#b~ > ~[a][r]\n\n[r]: ../cors/new.md#b~",
                "[old](older.md) > [old](older.md)",
                "[old](/errors/older) > [old](/errors/older)",
                "[a](https://old.example/net/old.md) > [a](https://old.example/net/old.md)",
                "`old.md` and old > `old.md` and old",
                "[a](reset.md) > [a](reset.md)"
            })
    void linksLeadToTheNewPlace(String before, String after) {
        assertEquals(
                head("") + after + "\n", elsewhere(BOTH, "net/reset.md", head("") + before + "\n"));
    }

    @Test
    void addressThatContainsTheSlugTwiceKeepsItsStart() {
        Renaming odd = new Renaming("errors", "failures", "net", "net");
        assertEquals(
                head("") + "[a](/errors/failures)",
                elsewhere(odd, "net/a.md", head("") + "[a](/errors/errors)"));
    }

    @Test
    void relationsAreRenamedAndWhatMerelyReadsLikeThemIsNot() {
        assertEquals(
                head(
                        """
                        title: old
                        tags: [old]
                        consequence_of: new
                        tell_apart:
                          new: old
                          other: old
                        decide:
                          - ask: old
                            answers:
                              old: new
                              "Or not": 'new'
                        related: [a, new] # as ever
                        """),
                elsewhere(
                        NAME,
                        "net/a.md",
                        head(
                                """
                                title: old
                                tags: [old]
                                consequence_of: old
                                tell_apart:
                                  old: old
                                  other: old
                                decide:
                                  - ask: old
                                    answers:
                                      old: old
                                      "Or not": 'old'
                                related: [a, old] # as ever
                                """)));
        assertEquals(
                head("extends: new\n"),
                elsewhere(NAME, "local/net/old.md", head("extends: old\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a, old, b] | [a, b] | [a, old, b, new]",
                "[old, b] | [b] | [old, b, new]",
                "[old] | [] | [old, new]"
            })
    void collectionsKeepTheirOrder(String before, String left, String joined) {
        String text = head("articles: " + before + "\n");
        assertEquals(head("articles: " + left + "\n"), elsewhere(BOTH, "net/_collection.md", text));
        assertEquals(
                head("articles: " + joined + "\n"), elsewhere(BOTH, "cors/_collection.md", text));
        assertEquals(
                head("articles: " + before.replace("old", "new") + "\n"),
                elsewhere(NAME, "net/_collection.md", text));
        assertEquals(text, elsewhere(BOTH, "tls/_collection.md", text));
    }

    @Test
    void remarksBetweenArticlesStay() {
        String text = head("articles:\n  # first\n  - a\n  - old # gone soon\n  # last\n  - b\n");
        assertEquals(
                head("articles:\n  # first\n  - a\n  # last\n  - b\n"),
                elsewhere(BOTH, "net/_collection.md", text));
        assertEquals(
                head("icon: globe\n"),
                elsewhere(BOTH, "net/_collection.md", head("articles:\n  - old\nicon: globe\n")));
        assertEquals(
                head("icon: globe\n"),
                elsewhere(BOTH, "cors/_collection.md", head("icon: globe\n")),
                "an order by title stays one");
    }

    @Test
    void oldSlugBecomesAnAlias() {
        assertEquals(
                head("title: A\naliases: [old]\nsources: []\n"),
                inside(NAME, head("title: A\nsources: []\n")));
        assertEquals(
                head("title: A\naliases: [older, old]\n"),
                inside(NAME, head("title: A\naliases: [older]\n")));
        assertEquals(
                head("title: A\naliases: [older, old]\n"),
                inside(NAME, head("title: A\naliases: older\n")));
        assertEquals(
                head("title: A\naliases:\n  - old # once\n  - older\n"),
                inside(NAME, head("title: A\naliases:\n  - new # once\n  - older\n")),
                "moved back, it would lead to itself");
        assertEquals(head("title: A\n"), inside(PLACE, head("title: A\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a](reset.md#x) | [a](../net/reset.md#x)",
                "[a](./reset.md) | [a](../net/reset.md)",
                "[a](../cors/blocked.md) | [a](blocked.md)",
                "[a](../tls/odd.md) | [a](../tls/odd.md)",
                "[a](_collection.md) | [a](../net/_collection.md)",
                "[a](old.md#b) | [a](new.md#b)",
                "[a](../../README.md) | [a](../../README.md)",
                "[a](../../../README.md) | [a](../../../README.md)",
                "![a](panel.png) | ![a](panel.png)",
                "[a](https://a.example/x.md) | [a](https://a.example/x.md)",
                "[a](/errors/reset) | [a](/errors/reset)",
                "[a](#steps) | [a](#steps)"
            })
    void articleLooksForItsNeighboursFromItsNewFolder(String before, String after) {
        assertEquals(
                head("aliases: [old]\n") + after + "\n", inside(BOTH, head("") + before + "\n"));
    }

    @Test
    void unreadableHeadKeepsNoLinkFromBeingRenamed() {
        assertEquals(
                head("related: [old\n") + "[[new]]",
                elsewhere(NAME, "net/a.md", head("related: [old\n") + "[[old]]"));
    }
}

package wiki.errorcodes.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.signature.Terms;

class TextIndexTest {

    private static final int WORDS = 60;

    private static Article article(String slug, String head, String text) {
        String markdown = TestArticles.article("Title", head) + "\n## More\n\n" + text + "\n";
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        ParsedFile file =
                ParsedFile.of(
                        new ContentFile("a/" + slug + ".md", bytes, ContentFolder.hash(bytes)));
        return file.article().orElseThrow(() -> new AssertionError(file.diagnostics()));
    }

    private static TextIndex index(List<Article> articles) {
        return TextIndex.of(Library.of(articles, List.of()));
    }

    private static List<String> slugs(TextIndex index, String query) {
        return index.best(Terms.ofQuery(query), article -> true, 10).stream()
                .map(one -> one.article().slug())
                .toList();
    }

    /** Some words stand in nearly every text, most in few, as in any language. */
    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append("word").append((int) (WORDS * Math.pow(random.nextDouble(), 2)));
            words.append(' ');
        }
        return words.toString();
    }

    private static List<Article> articles(Random random, int count) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(article("article-" + i, "", words(random, 5 + random.nextInt(40))));
        }
        return articles;
    }

    @Test
    void wordOfAWordingCountsMoreThanAWordOfTheText() {
        TextIndex index =
                index(
                        List.of(
                                article("text", "", "The gadget is mentioned. The gadget again."),
                                article(
                                        "wording",
                                        "messages:\n  chrome: \"gadget {value} lost\"\n",
                                        "x"),
                                article("other", "", "y")));
        assertEquals(List.of("wording", "text"), slugs(index, "gadget"));
    }

    @Test
    void otherFormsOfAWordAreTheSameWord() {
        TextIndex index =
                index(
                        List.of(
                                article("plain", "", "The gadget reconnects."),
                                article("accent", "", "Une réponse étrange.")));
        assertEquals(List.of("plain"), slugs(index, "gadgets reconnecting"));
        assertEquals(List.of("accent"), slugs(index, "reponse"));
    }

    @Test
    void lastWordMayBeUnfinished() {
        TextIndex index =
                index(List.of(article("one", "", "The gadgetry."), article("two", "", "Nothing.")));
        assertEquals(List.of("one"), slugs(index, "gadg"));
        assertEquals(List.of(), slugs(index, "gadg whatever"));
    }

    @Test
    void equalArticlesComeInTheOrderOfTheirSlugs() {
        TextIndex index =
                index(
                        List.of(
                                article("zebra", "", "gadget"),
                                article("apple", "", "gadget"),
                                article("mango", "", "gadget")));
        assertEquals(List.of("apple", "mango", "zebra"), slugs(index, "gadget"));
    }

    @Test
    void onlyAllowedArticlesCount() {
        List<Article> articles = articles(new Random(1), 200);
        List<TextIndex.Ranked> some =
                index(articles)
                        .best(
                                Terms.ofQuery("word1 word2 word40"),
                                article -> article.slug().endsWith("7"),
                                5);
        assertEquals(5, some.size());
        assertTrue(some.stream().allMatch(one -> one.article().slug().endsWith("7")));
    }

    /** Looking only at articles that can be among the best must not change who they are. */
    @Test
    void firstTenAreTheFirstTenOfAll() {
        Random random = new Random(20261123);
        List<Article> articles = articles(random, 500);
        TextIndex index = index(articles);
        for (int i = 0; i < 300; i++) {
            List<String> query = Terms.ofQuery(words(random, 1 + random.nextInt(12)));
            List<TextIndex.Ranked> all = index.best(query, any -> true, articles.size());
            List<TextIndex.Ranked> ten = index.best(query, any -> true, 10);
            assertFalse(all.isEmpty());
            assertEquals(
                    all.subList(0, Math.min(10, all.size())).stream()
                            .map(one -> one.article().slug())
                            .toList(),
                    ten.stream().map(one -> one.article().slug()).toList(),
                    query.toString());
        }
    }

    @Test
    void changedIndexIsThatOfAFreshStart() {
        Random random = new Random(7);
        List<Article> articles = articles(random, 100);
        TextIndex changed = index(articles);
        for (int round = 0; round < 20; round++) {
            String slug = "article-" + random.nextInt(120);
            articles.removeIf(article -> article.slug().equals(slug));
            articles.add(article(slug, "", words(random, 20)));
            changed = changed.over(Library.of(articles, List.of()));
            TextIndex fresh = index(articles);
            for (int i = 0; i < WORDS; i++) {
                String query = "word" + i + " word" + random.nextInt(WORDS);
                assertEquals(slugs(fresh, query), slugs(changed, query), query);
            }
        }
    }

    @Test
    void removedArticleIsNotFoundAnyMore() {
        List<Article> articles = articles(new Random(3), 20);
        TextIndex index = index(articles).over(Library.of(articles.subList(1, 20), List.of()));
        for (int i = 0; i < WORDS; i++) {
            assertFalse(slugs(index, "word" + i).contains(articles.get(0).slug()));
        }
    }
}

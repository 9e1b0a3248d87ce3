package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors are told to type is what the parser takes. */
class ArticleSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(
                            JSON.<JsonNode>valueToTree(ArticleSchema.of("https://wiki.example/s")));

    private static List<String> problems(String head) {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(head);
        return SCHEMA.validate(JSON.valueToTree(yaml)).stream().map(Object::toString).toList();
    }

    @Test
    void everyStockArticleIsValid() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (ContentFolder.ContentFile file : ContentFolder.of(Path.of("content")).read()) {
            if (!file.isCollection()) {
                String text = new String(file.bytes(), StandardCharsets.UTF_8);
                String head = text.substring(4, text.indexOf("\n---\n", 4));
                problems(head).forEach(problem -> wrong.add(file.path() + " " + problem));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: A",
                "title: A\nsummary: B\nrelatd: [c]",
                "title: [A]\nsummary: B",
                "title: A\nsummary: B\nseverity: fatal",
                "title: A\nsummary: B\ntags: [Not Kebab]",
                "title: A\nsummary: B\nmessages:\n  netscape: Hello",
                "title: A\nsummary: B\nmessages:\n  chrome: Hello {nobody}",
                "title: A\nsummary: B\nmessages:\n  chrome: Hello {url",
                "title: A\nsummary: B\nmessages:\n  chrome: {text: Hello, sinse: 3}",
                "title: A\nsummary: B\ndefaults: {nobody: x}",
                "title: A\nsummary: B\nsources: [{title: X}]",
                "title: A\nsummary: B\nsources: [{title: X, url: example.com}]",
                "title: A\nsummary: B\ndecide: [{ask: Is it?}]",
                "title: A\nsummary: B\nreviewed: 23 November"
            })
    void whatTheParserRefusesIsInvalid(String head) {
        assertFalse(problems(head).isEmpty(), head);
        assertFalse(
                ParsedFile.of(
                                new ContentFolder.ContentFile(
                                        "cors/a.md",
                                        ("---\n" + head + "\n---\n")
                                                .getBytes(StandardCharsets.UTF_8),
                                        "hash"))
                        .diagnostics()
                        .stream()
                        .noneMatch(
                                diagnostic ->
                                        diagnostic.span().line() > 1 || head.equals("title: A")),
                head);
    }

    @Test
    void longTitlesNotesAndEveryFormOfMessageAreKnown() {
        assertFalse(problems("title: " + "x".repeat(91) + "\nsummary: B").isEmpty());
        assertEquals(List.of(), problems("title: " + "x".repeat(90) + "\nsummary: B"));
        assertEquals(List.of(), problems("extends: a\nreviewed: 2026-11-23"));
        assertEquals(
                List.of(),
                problems(
                        """
                        title: A
                        summary: B
                        codes: [A_B, {C_D: -3}, 17]
                        messages:
                          chrome: One {url} and {url2}, {{braces}}
                          firefox:
                            - text: Two
                              until: 91
                            - de: Zwei
                              zh-CN: 二
                          safari: [Three, Four]
                        examples: |
                          a
                          b
                        """));
    }
}

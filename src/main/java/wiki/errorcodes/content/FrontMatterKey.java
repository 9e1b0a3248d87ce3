package wiki.errorcodes.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.Placeholder;

/**
 * The keys of an article's front matter, in their order: what the parser takes, and what the JSON
 * Schema says that editors complete and validate by. The table in {@code
 * src/docs/writing-articles.md} is the same in words.
 */
enum FrontMatterKey {
    TITLE("As the reader would name the error.", text(90)),
    SUMMARY("One sentence; it is also the page's description.", text(200)),
    SEVERITY(
            "How bad it is for the page; error when left out.",
            Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(Severity.values()).map(Severity::id).toList())),
    TAGS("Two to six kebab-case words, shared with other articles.", list(kebab())),
    CODES(
            "Machine identifiers that lead here; {IDENTIFIER: number} where it has one.",
            list(
                    Map.of(
                            "anyOf",
                            List.of(
                                    Map.of("type", List.of("string", "integer")),
                                    mapping(Map.of("type", "integer")))))),
    MESSAGES("What each browser prints, with {placeholders} for what varies.", messages()),
    EXAMPLES("Real pastes that must land on this article; at least two.", list(anyText())),
    DEFAULTS(
            "What {{placeholder}} shows in the text when nothing was captured.",
            Map.of(
                    "type",
                    "object",
                    "propertyNames",
                    Map.of("pattern", "^" + names() + "$"),
                    "additionalProperties",
                    scalar())),
    CONSEQUENCE_OF("Errors that cause this one and stand beside it in a console.", list(kebab())),
    TELL_APART(
            "Slug → what to look at to decide between this error and that one.",
            Map.of("type", "object", "propertyNames", kebab(), "additionalProperties", anyText())),
    DECIDE("Questions for a message that says almost nothing.", list(question())),
    RELATED("Three to six articles, each of which names this one too.", list(kebab())),
    ALIASES("Old slugs; they lead here for ever.", list(kebab())),
    SOURCES("Specification sections and browser documentation.", list(source())),
    REVIEWED(
            "The day on which somebody last checked every claim.",
            Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));

    private static final List<String> KEYS =
            Arrays.stream(values()).map(FrontMatterKey::key).toList();

    private final String key = name().toLowerCase(Locale.ROOT);
    private final String description;
    private final Map<String, Object> schema;

    FrontMatterKey(String description, Map<String, Object> schema) {
        this.description = description;
        this.schema = schema;
    }

    /** Returns the key as written. */
    String key() {
        return key;
    }

    static List<String> keys() {
        return KEYS;
    }

    /** Returns how many characters fit, for a text that has a limit. */
    int longest() {
        if (schema.get("maxLength") instanceof Integer longest) {
            return longest;
        }
        throw new IllegalStateException(key() + " has no limit");
    }

    /** Returns the key's part of the JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("description", description);
        whole.putAll(schema);
        return whole;
    }

    private static Map<String, Object> text(int longest) {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest);
    }

    private static Map<String, Object> anyText() {
        return Map.of("type", "string", "minLength", 1);
    }

    /** What YAML takes for a number or a truth is a text to us. */
    private static Map<String, Object> scalar() {
        return Map.of("type", List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> kebab() {
        return Map.of("type", "string", "pattern", "^[a-z0-9]+(?:-[a-z0-9]+)*$", "maxLength", 80);
    }

    /** A single value counts as a list of one. */
    private static Map<String, Object> list(Map<String, Object> item) {
        return Map.of("anyOf", List.of(Map.of("type", "array", "items", item), item));
    }

    private static Map<String, Object> mapping(Map<String, Object> value) {
        return Map.of("type", "object", "additionalProperties", value);
    }

    private static Map<String, Object> exactly(
            List<String> required, Map<String, Object> properties) {
        return Map.of(
                "type",
                "object",
                "required",
                required,
                "additionalProperties",
                false,
                "properties",
                properties);
    }

    private static Map<String, Object> messages() {
        Map<String, Object> template =
                Map.of(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "pattern",
                        "^(?:[^{}]|\\{\\{|\\}\\}|\\{" + names() + "\\})+$");
        Map<String, Object> version = Map.of("type", "integer", "minimum", 1);
        Map<String, Object> versioned =
                exactly(
                        List.of("text"),
                        Map.of("text", template, "since", version, "until", version));
        Map<String, Object> translated =
                Map.of(
                        "type",
                        "object",
                        "propertyNames",
                        Map.of("pattern", "^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"),
                        "additionalProperties",
                        template);
        Map<String, Object> one = Map.of("anyOf", List.of(template, versioned, translated));
        Map<String, Object> browsers = new LinkedHashMap<>();
        for (Browser browser : Browser.values()) {
            browsers.put(browser.id(), list(one));
        }
        return Map.of("type", "object", "additionalProperties", false, "properties", browsers);
    }

    private static Map<String, Object> question() {
        return exactly(
                List.of("ask", "answers"), Map.of("ask", anyText(), "answers", mapping(kebab())));
    }

    private static Map<String, Object> source() {
        return exactly(
                List.of("title", "url"),
                Map.of(
                        "title",
                        anyText(),
                        "url",
                        Map.of("type", "string", "pattern", "^https?://[^/]+")));
    }

    /** Any placeholder of the vocabulary, the second and further ones with a digit. */
    private static String names() {
        return "(?:" + String.join("|", Placeholder.names()) + ")[2-9]?";
    }
}

package wiki.errorcodes.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The front matter as JSON Schema, for editors that complete and validate YAML. Only keywords that
 * mean the same in draft-07 and 2020-12 are used, as YAML's language server reads the former.
 */
public final class ArticleSchema {

    /** Where the wiki publishes it. */
    public static final String PATH = "/schema/article.json";

    /** Its address at a wiki that runs with the usual settings. */
    public static final String USUAL = "http://localhost:7070" + PATH;

    private ArticleSchema() {}

    /**
     * Returns the schema as nested maps and lists.
     *
     * @param id its own address
     */
    public static Map<String, Object> of(String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (FrontMatterKey key : FrontMatterKey.values()) {
            properties.put(key.key(), sorted(key.schema()));
        }
        properties.put(
                ArticleParser.EXTENDS,
                Map.of(
                        "description",
                        "In a team's own folder: the article that this file adds to.",
                        "type",
                        "string"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", id);
        schema.put("title", "Front matter of an article of Error Codes Wiki");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        schema.put(
                "anyOf",
                List.of(
                        Map.of(
                                "required",
                                List.of(FrontMatterKey.TITLE.key(), FrontMatterKey.SUMMARY.key())),
                        Map.of("required", List.of(ArticleParser.EXTENDS))));
        return schema;
    }

    /** The same bytes at every start: maps of constants have no order of their own. */
    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(ArticleSchema::sorted).toList()
                : value;
    }
}

package wiki.errorcodes.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;

/** What search engines read: schema.org's TechArticle and BreadcrumbList as JSON-LD. */
final class StructuredData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StructuredData() {}

    /** Describes the wiki itself, with its search (schema.org's WebSite and SearchAction). */
    static String ofWiki(Address address) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("@type", "SearchAction");
        action.put("target", address.absolute("/search?q={search_term_string}"));
        action.put("query-input", "required name=search_term_string");
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("@context", "https://schema.org");
        site.put("@type", "WebSite");
        site.put("name", Page.WIKI);
        site.put("url", address.absolute("/"));
        site.put("potentialAction", action);
        return script(site);
    }

    static String of(Article article, Collection collection, Address address) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("@type", "TechArticle");
        page.put("url", address.absolute(article.url()));
        page.put("headline", article.title());
        page.put("description", article.summary());
        page.put("keywords", String.join(", ", article.head().tags()));
        page.put("articleSection", collection.title());
        article.head().reviewed().ifPresent(date -> page.put("dateModified", date.toString()));
        Map<String, Object> crumbs = new LinkedHashMap<>();
        crumbs.put("@type", "BreadcrumbList");
        crumbs.put(
                "itemListElement",
                List.of(
                        crumb(1, "Collections", address.absolute("/collections/")),
                        crumb(2, collection.title(), address.absolute(collection.url())),
                        crumb(3, article.title(), address.absolute(article.url()))));
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", List.of(page, crumbs));
        return script(graph);
    }

    private static Map<String, Object> crumb(int position, String name, String path) {
        Map<String, Object> crumb = new LinkedHashMap<>();
        crumb.put("@type", "ListItem");
        crumb.put("position", position);
        crumb.put("name", name);
        crumb.put("item", path);
        return crumb;
    }

    /** JSON that cannot end the script element it stands in. */
    private static String script(Object value) {
        try {
            return JSON.writeValueAsString(value)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }
}

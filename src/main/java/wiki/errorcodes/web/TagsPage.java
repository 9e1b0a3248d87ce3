package wiki.errorcodes.web;

import java.util.List;
import java.util.Map;
import wiki.errorcodes.article.Article;

/** All tags with their articles. */
public record TagsPage(Map<String, List<Article>> tags) implements Page {

    @Override
    public String title() {
        return "Tags";
    }

    @Override
    public String description() {
        return "All tags of this wiki.";
    }

    @Override
    public String path() {
        return "/tags/";
    }

    @Override
    public String template() {
        return "tags.jte";
    }
}

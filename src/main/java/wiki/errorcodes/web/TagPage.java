package wiki.errorcodes.web;

import java.util.List;
import wiki.errorcodes.article.Article;

/** The articles of a tag. */
public record TagPage(String name, List<Article> articles) implements Page {

    @Override
    public String title() {
        return "Tag: " + name;
    }

    @Override
    public String description() {
        return "Browser errors tagged " + name + ".";
    }

    @Override
    public String path() {
        return "/tags/" + name;
    }

    @Override
    public String template() {
        return "tag.jte";
    }
}

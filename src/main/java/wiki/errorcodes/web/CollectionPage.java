package wiki.errorcodes.web;

import java.util.List;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;

/** One collection: its introduction and its articles. */
public record CollectionPage(Collection collection, List<Article> articles) implements Page {

    /** Returns how the articles hang together. */
    public CollectionMap map() {
        return CollectionMap.of(articles);
    }

    @Override
    public String title() {
        return collection.title();
    }

    @Override
    public String description() {
        return collection.summary().isEmpty()
                ? "Browser errors about " + collection.title() + "."
                : collection.summary();
    }

    @Override
    public String path() {
        return collection.url();
    }

    @Override
    public String template() {
        return "collection.jte";
    }
}

package wiki.errorcodes.web;

import wiki.errorcodes.article.Library;

/** All collections. */
public record CollectionsPage(Library library) implements Page {

    @Override
    public String title() {
        return "Collections";
    }

    @Override
    public String description() {
        return "All collections of browser errors in this wiki.";
    }

    @Override
    public String path() {
        return "/collections/";
    }

    @Override
    public String template() {
        return "collections.jte";
    }
}

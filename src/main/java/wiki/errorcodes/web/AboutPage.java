package wiki.errorcodes.web;

import wiki.errorcodes.article.Library;

/** What this is. */
public record AboutPage(int articles, int collections) implements Page {

    static AboutPage of(Library library) {
        return new AboutPage(library.articles().size(), library.collections().size());
    }

    @Override
    public String title() {
        return "About";
    }

    @Override
    public String description() {
        return "What Error Codes Wiki is, how it finds errors, and how to use its API.";
    }

    @Override
    public String path() {
        return "/about";
    }

    @Override
    public String template() {
        return "about.jte";
    }
}

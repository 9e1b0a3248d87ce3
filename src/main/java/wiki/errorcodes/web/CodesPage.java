package wiki.errorcodes.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.signature.Browser;

/** Every identifier, A to Z, by browser. */
public record CodesPage(List<Group> groups) implements Page {

    /** The identifiers of a browser; those of several stand under "All browsers". */
    public record Group(String id, String title, List<Entry> entries) {}

    /** An identifier and its article. */
    public record Entry(Code code, Article article) {}

    static CodesPage of(Library library) {
        List<Group> groups = new ArrayList<>();
        for (Browser browser : Browser.values()) {
            groups.add(group(library, browser.id(), browser.title(), Optional.of(browser)));
        }
        groups.add(group(library, "all", "All browsers", Optional.empty()));
        return new CodesPage(groups.stream().filter(group -> !group.entries().isEmpty()).toList());
    }

    private static Group group(
            Library library, String id, String title, Optional<Browser> browser) {
        List<Entry> entries =
                library.articles().stream()
                        .flatMap(
                                article ->
                                        article.head().codes().stream()
                                                .map(code -> new Entry(code, article)))
                        .filter(entry -> entry.code().browser().equals(browser))
                        .sorted(
                                Comparator.comparing(
                                        entry -> Library.codeKey(entry.code().identifier())))
                        .toList();
        return new Group(id, title, entries);
    }

    @Override
    public String title() {
        return "Error codes A–Z";
    }

    @Override
    public String description() {
        return "Every browser error identifier this wiki answers, by browser.";
    }

    @Override
    public String path() {
        return "/codes";
    }

    @Override
    public List<String> scripts() {
        return List.of("codes.js");
    }

    @Override
    public String template() {
        return "codes.jte";
    }
}

package wiki.errorcodes.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Suggestion;

/**
 * The names that articles and collections have, those of articles with errors as well: what a
 * command that gives a name has to know.
 *
 * @param folder the files
 * @param library what is served of them
 */
record Names(ContentFolder folder, Library library) {

    /** Returns the paths of the articles with a slug, whatever is wrong with them. */
    List<String> articles(String slug) throws IOException {
        List<String> paths =
                folder.paths().stream().filter(path -> path.endsWith("/" + slug + ".md")).toList();
        return folder.read(paths).stream()
                .map(
                        file ->
                                new SourceFile(
                                        file.path(),
                                        new String(file.bytes(), StandardCharsets.UTF_8)))
                .filter(file -> !ArticleParser.isNote(file))
                .map(SourceFile::path)
                .toList();
    }

    /**
     * Checks that an article may be called so.
     *
     * @param path the article's own file, if it has one: it may have its own alias as its name
     * @throws UsageException if not
     */
    void checkNew(String slug, Optional<String> path) throws IOException {
        checkForm(slug);
        Optional<String> taken =
                articles(slug).stream()
                        .findFirst()
                        .or(() -> library.renamed(slug).map(Article::path))
                        .filter(other -> !path.equals(Optional.of(other)));
        if (taken.isPresent()) {
            throw new UsageException("the slug \"" + slug + "\" belongs to " + taken.get());
        }
    }

    /**
     * Returns the collection of a name; empty when there is none, and none that is called nearly
     * so.
     *
     * @throws UsageException if the name is mistyped
     */
    Optional<Collection> collection(String name) {
        checkForm(name);
        Optional<Collection> known = library.collection(name);
        if (known.isEmpty()) {
            Suggestion.nearest(name, collections())
                    .ifPresent(
                            near -> {
                                throw new UsageException(
                                        "no collection \""
                                                + name
                                                + "\"; did you mean \""
                                                + near
                                                + "\"?");
                            });
        }
        return known;
    }

    List<String> collections() {
        return library.collections().stream().map(Collection::slug).toList();
    }

    private static void checkForm(String name) {
        if (!Slug.isValid(name)) {
            String valid = Slug.of(name);
            throw new UsageException(
                    "\""
                            + name
                            + "\" is not in kebab-case; write "
                            + (valid.isEmpty() ? "words joined by hyphens" : valid));
        }
    }
}

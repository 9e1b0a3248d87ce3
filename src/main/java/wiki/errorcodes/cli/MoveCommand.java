package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.content.Renaming;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Suggestion;

/** {@code errorwiki move <old> <new>}: renames an article and everything that names it. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description =
                "Rename an article: its file, its old slug as an alias, links and relations of other articles.",
        footer = {"", "Exit codes: 0 moved, 2 wrong use."})
final class MoveCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(index = "0", paramLabel = "OLD", description = "The article's slug.")
    private String from = "";

    @Parameters(
            index = "1",
            paramLabel = "NEW",
            description = "Its new slug, or collection/slug to move it to another collection.")
    private String to = "";

    @Option(names = "--dry-run", description = "Print what would change and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        ContentFolder folder = content.editable();
        Library library = content.build(spec.commandLine().getErr()).library();
        Article article =
                library.article(from)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "no article \""
                                                        + from
                                                        + "\"; "
                                                        + Suggestion.didYouMean(
                                                                from,
                                                                library.articles().stream()
                                                                        .map(Article::slug)
                                                                        .toList(),
                                                                "write its file name without .md")));
        Renaming renaming = renaming(article, library);
        String path = article.path();
        String newPath =
                path.substring(
                                0,
                                path.length()
                                        - (article.collection() + "/" + from + ".md").length())
                        + renaming.newCollection()
                        + "/"
                        + renaming.newSlug()
                        + ".md";
        SortedMap<String, String> changed = new TreeMap<>();
        String moved = "";
        PrintWriter out = spec.commandLine().getOut();
        out.println(path + " -> " + newPath);
        for (ContentFile file : folder.read()) {
            SourceFile source =
                    new SourceFile(file.path(), new String(file.bytes(), StandardCharsets.UTF_8));
            boolean itself = file.path().equals(path);
            String text = itself ? renaming.moved(source) : renaming.elsewhere(source);
            check(file, text);
            if (itself) {
                moved = text;
            } else if (!text.equals(source.text())) {
                changed.put(file.path(), text);
            }
            print(source, text, out);
        }
        if (!dryRun) {
            for (var change : changed.entrySet()) {
                folder.replace(change.getKey(), change.getValue().getBytes(StandardCharsets.UTF_8));
            }
            move(folder.file(path), folder.file(newPath), moved);
        }
        return Main.OK;
    }

    private Renaming renaming(Article article, Library library) {
        int slash = to.indexOf('/');
        String collection = slash < 0 ? article.collection() : to.substring(0, slash);
        String slug = to.substring(slash + 1);
        if (!Slug.isValid(slug)) {
            throw new UsageException(
                    "\"" + slug + "\" is not in kebab-case; write " + Slug.of(slug));
        }
        if (library.collection(collection).isEmpty()) {
            throw new UsageException(
                    "no collection \""
                            + collection
                            + "\"; a new one begins with its _collection.md");
        }
        if (slug.equals(from) && collection.equals(article.collection())) {
            throw new UsageException(article.path() + " has this name already");
        }
        library.article(slug)
                .or(() -> library.renamed(slug))
                .filter(taken -> taken != article)
                .ifPresent(
                        taken -> {
                            throw new UsageException(
                                    "the slug \"" + slug + "\" belongs to " + taken.path());
                        });
        return new Renaming(from, slug, article.collection(), collection);
    }

    /** A file must not become worse by the change; nothing has been written yet. */
    private static void check(ContentFile file, String text) {
        List<Diagnostic> before = ParsedFile.of(file).diagnostics();
        List<Diagnostic> after =
                ParsedFile.of(file.with(text.getBytes(StandardCharsets.UTF_8))).diagnostics();
        if (after.stream().filter(Diagnostic::isError).count()
                > before.stream().filter(Diagnostic::isError).count()) {
            throw new UsageException(
                    "the change would break "
                            + file.path()
                            + " ("
                            + after.get(after.size() - 1)
                            + "); nothing was written");
        }
    }

    private static void print(SourceFile before, String text, PrintWriter out) {
        if (text.equals(before.text())) {
            return;
        }
        List<String> old = before.text().lines().toList();
        List<String> now = text.lines().toList();
        int same = 0;
        while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < old.size() - same
                && tail < now.size() - same
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        out.println(before.path() + ":" + (same + 1));
        List<String> left = old.subList(same, old.size() - tail);
        List<String> right = now.subList(same, now.size() - tail);
        left.stream()
                .filter(line -> !right.contains(line))
                .forEach(line -> out.println("  - " + line));
        right.stream()
                .filter(line -> !left.contains(line))
                .forEach(line -> out.println("  + " + line));
    }

    private static void write(Path file, String text) throws IOException {
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".move", ".tmp");
        Files.writeString(temporary, text, StandardCharsets.UTF_8);
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The new file is there before the old one goes: a kill in between loses nothing. */
    private static void move(Path old, Path now, String text) throws IOException {
        Path images = folder(old);
        if (Files.isDirectory(images)) {
            Files.move(images, folder(now));
        }
        write(now, text);
        Files.delete(old);
    }

    private static Path folder(Path article) {
        String name = String.valueOf(article.getFileName());
        return article.resolveSibling(name.substring(0, name.length() - ".md".length()));
    }
}

package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.content.Renaming;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Suggestion;

/** {@code errorwiki move <old> <new>}: renames an article and everything that names it. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description =
                "Rename an article: its file, its pictures, its old slug as an alias, links and relations of other articles.",
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
        Names names = new Names(folder, content.build(spec.commandLine().getErr()).library());
        String path = path(names);
        Renaming renaming = renaming(path, names);
        String newPath = renamed(path, renaming.newCollection() + "/" + renaming.newSlug());
        Path file = folder.file(path);
        Path newFile = folder.file(newPath);
        for (Path taken : List.of(newFile, pictures(newFile))) {
            if (Files.exists(taken)) {
                throw new UsageException(taken + " is there already; nothing was written");
            }
        }
        List<ContentFile> changed = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        out.println(path + " -> " + newPath);
        for (ContentFile each : folder.read()) {
            SourceFile source = new SourceFile(each.path(), ParsedFile.of(each).markdown());
            List<Edit> edits =
                    each.path().equals(path) ? renaming.inside(source) : renaming.elsewhere(source);
            if (!edits.isEmpty()) {
                ContentFile next = each.with(Edit.applied(source.text(), edits));
                check(each, next);
                changed.add(next);
                print(source, edits, out);
            }
        }
        if (!dryRun) {
            write(changed, folder, file, newFile);
        }
        return Main.OK;
    }

    /** Returns the path of the article, which may have errors still. */
    private String path(Names names) throws IOException {
        Library library = names.library();
        Optional<String> served = library.article(from).map(Article::path);
        if (served.isPresent()) {
            return served.get();
        }
        List<String> unfinished = names.articles(from);
        if (unfinished.size() > 1) {
            throw new UsageException(
                    "several files are called "
                            + from
                            + ".md: "
                            + String.join(", ", unfinished)
                            + "; rename all but one first");
        }
        return unfinished.stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "no article \""
                                                + from
                                                + "\"; "
                                                + library.renamed(from)
                                                        .map(now -> "it is " + now.path() + " now")
                                                        .orElse(near(library))));
    }

    private String near(Library library) {
        return Suggestion.didYouMean(
                from,
                library.articles().stream().map(Article::slug).toList(),
                "write its file name without .md");
    }

    /** Returns a path whose last two steps are others; a team's folder in front of them stays. */
    private static String renamed(String path, String article) {
        int name = path.lastIndexOf('/');
        return path.substring(0, path.lastIndexOf('/', name - 1) + 1) + article + ".md";
    }

    private Renaming renaming(String path, Names names) throws IOException {
        String[] steps = path.split("/");
        String oldCollection = steps[steps.length - 2];
        int slash = to.indexOf('/');
        String collection = slash < 0 ? oldCollection : to.substring(0, slash);
        String slug = to.substring(slash + 1);
        if (slug.equals(from) && collection.equals(oldCollection)) {
            throw new UsageException(path + " has this name already");
        }
        if (!slug.equals(from)) {
            names.checkNew(slug, Optional.of(path));
        }
        if (!collection.equals(oldCollection) && names.collection(collection).isEmpty()) {
            throw new UsageException(
                    "no collection \""
                            + collection
                            + "\"; the collections are "
                            + String.join(", ", names.collections()));
        }
        return new Renaming(from, slug, oldCollection, collection);
    }

    /** A file must not become worse by the change; nothing has been written yet. */
    private static void check(ContentFile before, ContentFile after) {
        List<Diagnostic> errors = errors(after);
        if (errors.size() > errors(before).size()) {
            throw new UsageException(
                    "the change would break "
                            + before.path()
                            + " ("
                            + errors.get(errors.size() - 1)
                            + "); nothing was written");
        }
    }

    private static List<Diagnostic> errors(ContentFile file) {
        return ParsedFile.of(file).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** Prints each stretch of lines that changes: where, what stands there, what will. */
    private static void print(SourceFile before, List<Edit> edits, PrintWriter out) {
        List<Edit> sorted = edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
        int next = 0;
        while (next < sorted.size()) {
            int first = before.span(sorted.get(next).from(), sorted.get(next).from()).line();
            int last = first;
            List<Edit> here = new ArrayList<>();
            while (next < sorted.size()
                    && before.span(sorted.get(next).from(), sorted.get(next).from()).line()
                            <= last) {
                Edit edit = sorted.get(next);
                last = Math.max(last, before.span(edit.to(), edit.to()).line());
                here.add(edit);
                next++;
            }
            print(before, first, last, here, out);
        }
    }

    private static void print(
            SourceFile before, int first, int last, List<Edit> edits, PrintWriter out) {
        int start = before.offset(first - 1, 0);
        String old = before.text().substring(start, before.offset(last, 0));
        List<Edit> moved =
                edits.stream()
                        .map(edit -> new Edit(edit.from() - start, edit.to() - start, edit.text()))
                        .toList();
        List<String> left = new ArrayList<>(old.lines().toList());
        List<String> right = new ArrayList<>(Edit.applied(old, moved).lines().toList());
        int line = first;
        while (!left.isEmpty() && !right.isEmpty() && left.get(0).equals(right.get(0))) {
            left.remove(0);
            right.remove(0);
            line++;
        }
        while (!left.isEmpty()
                && !right.isEmpty()
                && left.get(left.size() - 1).equals(right.get(right.size() - 1))) {
            left.remove(left.size() - 1);
            right.remove(right.size() - 1);
        }
        out.println(before.path() + ":" + line);
        left.forEach(text -> out.println("  - " + text));
        right.forEach(text -> out.println("  + " + text));
    }

    /** The file moves last and in one step: a kill before that leaves it where it was. */
    private static void write(List<ContentFile> changed, ContentFolder folder, Path from, Path to) {
        try {
            for (ContentFile file : changed) {
                folder.replace(file.path(), file.bytes());
            }
            Files.createDirectories(to.toAbsolutePath().getParent());
            if (Files.isDirectory(pictures(from))) {
                Files.move(pictures(from), pictures(to));
            }
            Files.move(from, to);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write everything (" + e + "); mend that and undo the rest");
        }
    }

    private static Path pictures(Path article) {
        String name = String.valueOf(article.getFileName());
        return article.resolveSibling(name.substring(0, name.length() - ".md".length()));
    }
}

package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.content.ArticleSchema;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.Scaffold;
import wiki.errorcodes.search.Console;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Suggestion;

/** {@code errorwiki new <slug> --collection cors --from "…"}: the beginning of an article. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Begin an article: front matter filled in from a paste, every section.",
        footer = {"", "Exit codes: 0 written, 2 wrong use."})
final class NewCommand implements Callable<Integer> {

    private static final int FEWEST_RELATED = 3;
    private static final int MOST_RELATED = 6;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(paramLabel = "SLUG", description = "Its file name without .md, in kebab-case.")
    private String slug = "";

    @Option(
            names = "--collection",
            required = true,
            paramLabel = "NAME",
            description = "The folder it goes into.")
    private String collection = "";

    @Option(
            names = "--from",
            paramLabel = "TEXT",
            description = "What a browser printed, or - for standard input.")
    private @Nullable String from;

    private final InputStream in;

    NewCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        ContentFolder folder = content.editable();
        Site site = content.build(spec.commandLine().getErr());
        check(site.library());
        String paste = from == null ? "" : Paste.of(List.of(from), in);
        List<String> errors = paste.isEmpty() ? List.of() : unknown(site, Console.errors(paste));
        Scaffold scaffold =
                new Scaffold(
                        title(),
                        paste,
                        errors,
                        related(site, paste),
                        LocalDate.now(),
                        ArticleSchema.USUAL);
        Path file = folder.stock().resolve(collection).resolve(slug + ".md");
        try {
            Files.writeString(
                    file,
                    scaffold.markdown(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + " is there already; nothing was written");
        }
        report(file, scaffold, site, paste);
        return Main.OK;
    }

    private void check(Library library) {
        if (!Slug.isValid(slug)) {
            throw new UsageException(
                    "\"" + slug + "\" is not in kebab-case; write " + Slug.of(slug));
        }
        library.article(slug)
                .or(() -> library.renamed(slug))
                .ifPresent(
                        taken -> {
                            throw new UsageException(
                                    "the slug \"" + slug + "\" belongs to " + taken.path());
                        });
        List<String> known = library.collections().stream().map(Collection::slug).toList();
        if (!known.contains(collection)) {
            throw new UsageException(
                    "no collection \""
                            + collection
                            + "\"; "
                            + Suggestion.didYouMean(
                                    collection,
                                    known,
                                    "the collections are " + String.join(", ", known))
                            + " A new one begins with its _collection.md");
        }
    }

    /** Returns the errors that no article has yet, or all of them when each has one. */
    private static List<String> unknown(Site site, List<String> errors) {
        List<String> unknown =
                errors.stream()
                        .filter(line -> !site.searcher().explain(line).isAnswered())
                        .toList();
        return unknown.isEmpty() ? errors : unknown;
    }

    private String title() {
        String words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The articles nearest to the paste, filled up with the first ones of the collection. */
    private List<String> related(Site site, String paste) {
        Set<String> related = new LinkedHashSet<>();
        String asked = paste.isEmpty() ? slug.replace('-', ' ') : paste;
        for (Hit hit : site.searcher().search(Query.of(asked, MOST_RELATED))) {
            related.add(hit.article().slug());
        }
        for (Article article : site.library().in(collection)) {
            if (related.size() < FEWEST_RELATED) {
                related.add(article.slug());
            }
        }
        return related.stream().limit(MOST_RELATED).toList();
    }

    private void report(Path file, Scaffold scaffold, Site site, String paste) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(file);
        scaffold.messages()
                .forEach(
                        (browser, templates) ->
                                templates.forEach(
                                        template ->
                                                out.printf("  %-8s %s%n", browser.id(), template)));
        scaffold.codes().forEach(code -> out.printf("  %-8s %s%n", "code", code));
        out.printf("  %-8s %s%n", "related", String.join(", ", scaffold.related()));
        if (paste.isEmpty()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        for (Finding finding : site.searcher().explain(paste).findings()) {
            if (finding.verdict() != Verdict.NONE) {
                err.printf(
                        "warning: line %d of the paste lands on %s already (%s)%n",
                        finding.line(),
                        finding.hits().get(0).article().path(),
                        finding.verdict().id());
            }
        }
    }
}

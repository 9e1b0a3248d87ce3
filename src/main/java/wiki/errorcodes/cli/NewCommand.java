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
import java.util.Optional;
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
import wiki.errorcodes.content.ArticleSchema;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.Scaffold;
import wiki.errorcodes.search.Console;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.web.Address;

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
            description = "The folder it goes into; a new one gets a _collection.md.")
    private String collection = "";

    @Option(
            names = "--from",
            paramLabel = "TEXT",
            description = "What a browser printed, or - for standard input.")
    private @Nullable String from;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Address of the wiki whose schema the article names. Default: ${DEFAULT-VALUE}."
                            + " Environment: ERRORWIKI_URL.")
    private String url = "http://localhost:" + Defaults.PORT;

    private final InputStream in;
    private final LocalDate today;

    NewCommand(InputStream in, LocalDate today) {
        this.in = in;
        this.today = today;
    }

    @Override
    public Integer call() throws IOException {
        ContentFolder folder = content.editable();
        Site site = content.build(spec.commandLine().getErr());
        Names names = new Names(folder, site.library());
        names.checkNew(slug, Optional.empty());
        boolean described = names.collection(collection).isPresent();
        Secrets.Masked masked = Secrets.mask(from == null ? "" : Paste.of(List.of(from), in));
        String paste = masked.text();
        Scaffold scaffold =
                new Scaffold(
                        Scaffold.title(slug),
                        paste,
                        paste.isEmpty() ? List.of() : unknown(site, Console.errors(paste)),
                        related(site, paste),
                        today,
                        schema());
        Path home = folder.stock().resolve(collection);
        Path file = home.resolve(slug + ".md");
        try {
            Files.createDirectories(home);
            write(file, scaffold.markdown());
            if (!described) {
                write(home.resolve("_collection.md"), Scaffold.collection(collection, slug));
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + e);
        }
        report(file, scaffold, masked, site);
        return Main.OK;
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + " is there already, and stays as it is");
        }
    }

    private String schema() {
        try {
            return Address.of(url).absolute(ArticleSchema.PATH);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the errors that no article has proved to be its own, or all when each is proved. */
    private static List<String> unknown(Site site, List<String> errors) {
        List<String> unknown =
                errors.stream()
                        .filter(
                                line ->
                                        site.searcher().explain(line).findings().stream()
                                                .noneMatch(
                                                        finding ->
                                                                finding.verdict() == Verdict.MATCH))
                        .toList();
        return unknown.isEmpty() ? errors : unknown;
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

    private void report(Path file, Scaffold scaffold, Secrets.Masked masked, Site site) {
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
        PrintWriter err = spec.commandLine().getErr();
        if (masked.isChanged()) {
            err.println("warning: the example has no secrets any more: " + masked.summary());
        }
        if (scaffold.paste().isEmpty()) {
            return;
        }
        for (Finding finding : site.searcher().explain(scaffold.paste()).findings()) {
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

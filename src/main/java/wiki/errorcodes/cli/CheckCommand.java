package wiki.errorcodes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.check.ExternalLinks;
import wiki.errorcodes.check.Fixer;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/** {@code errorwiki check}: every rule over every article; exit code 1 when there are errors. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report everything that is wrong with the articles.",
        footer = {"", "Exit codes: 0 no errors, 1 errors found, 2 wrong use."})
final class CheckCommand implements Callable<Integer> {

    /** Between two requests to one host. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How diagnostics are printed. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB;

        static Format of(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "there is no format \""
                                                    + name
                                                    + "\"; write text, json, sarif or github"));
        }
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files or folders to report on; all when not given. Everything is read in any"
                            + " case, because articles depend on each other.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, sarif or github. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--fix",
            description = "Mend what needs no thinking, in the files; report the rest.")
    private boolean fix;

    @Option(
            names = "--external",
            description =
                    "Ask the web for the links to it. Answers are remembered for a week, bad ones"
                            + " for a day.")
    private boolean external;

    @Option(names = "--rules", description = "List the rules and how bad each is, and end.")
    private boolean rules;

    private final LocalDate today;

    CheckCommand(LocalDate today) {
        this.today = today;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (rules) {
            rules(content.levels(), out);
            return Main.OK;
        }
        Format written = json ? Format.JSON : Format.of(format);
        Site site = content.build(err);
        Set<String> chosen = chosen(site);
        if (fix) {
            mend(site, chosen, written == Format.TEXT ? out : err);
            site = content.build(err);
        }
        Set<Diagnostic> all = new TreeSet<>(site.inspected(today));
        if (external) {
            all.addAll(external(site, err));
        }
        List<Diagnostic> found =
                all.stream().filter(diagnostic -> isChosen(chosen, diagnostic.path())).toList();
        print(found, written, site, out);
        return found.stream().anyMatch(Diagnostic::isError) ? Main.FAILED : Main.OK;
    }

    /** Returns the paths to report on, as the site names them; a folder's ends with a slash. */
    private Set<String> chosen(Site site) {
        Set<String> chosen = new HashSet<>();
        for (Path path : paths) {
            chosen.add(chosen(path, site));
        }
        return chosen;
    }

    private String chosen(Path path, Site site) {
        List<String> names = new ArrayList<>();
        content.folder().ifPresent(folder -> names.addAll(folder.paths(path)));
        names.add(path.normalize().toString().replace('\\', '/'));
        for (String name : names) {
            if (name.isEmpty()) {
                return "";
            }
            if (site.files().containsKey(name) || name.equals(Levels.FILE)) {
                return name;
            }
            if (site.files().keySet().stream().anyMatch(file -> file.startsWith(name + "/"))) {
                return name + "/";
            }
        }
        throw new UsageException(
                "there is no article or folder "
                        + path
                        + "; name one below the content folder, or below the current one");
    }

    private static boolean isChosen(Set<String> chosen, String path) {
        return chosen.isEmpty()
                || chosen.stream()
                        .anyMatch(
                                one ->
                                        one.isEmpty() || one.endsWith("/")
                                                ? path.startsWith(one)
                                                : path.equals(one));
    }

    private void mend(Site site, Set<String> chosen, PrintWriter out) {
        ContentFolder folder =
                content.folder()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "the articles in the program cannot be mended; name"
                                                        + " a folder with --content DIR"));
        Fixer fixer = new Fixer(site.library(), site.levels());
        for (String path : site.files().keySet()) {
            if (folder.isStock(path) && isChosen(chosen, path)) {
                try {
                    mend(path, folder, fixer)
                            .ifPresent(
                                    rules ->
                                            out.println(
                                                    "mended "
                                                            + path
                                                            + ": "
                                                            + rules.stream()
                                                                    .map(Rule::id)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", "))));
                } catch (IOException e) {
                    throw new UsageException("cannot write " + folder.file(path) + ": " + e);
                }
            }
        }
    }

    private static Optional<List<Rule>> mend(String path, ContentFolder folder, Fixer fixer)
            throws IOException {
        for (ContentFolder.ContentFile file : folder.read(Set.of(path))) {
            Optional<Fixer.Mended> mended = fixer.mended(file);
            if (mended.isPresent()) {
                folder.replace(path, mended.get().bytes());
                return mended.map(Fixer.Mended::rules);
            }
        }
        return Optional.empty();
    }

    private List<Diagnostic> external(Site site, PrintWriter err) {
        List<ExternalLinks.Place> places =
                ExternalLinks.places(site.files().values(), site.index().markdown());
        err.println("asking the web about " + places.size() + " links");
        err.flush();
        try {
            return site.levels()
                    .applied(
                            new ExternalLinks(
                                            content.dataFolder().resolve("external-links.json"),
                                            PAUSE,
                                            Instant.now())
                                    .check(places));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(List<Diagnostic> found, Format written, Site site, PrintWriter out)
            throws JsonProcessingException {
        switch (written) {
            case JSON -> Report.json(found, out);
            case SARIF -> Report.sarif(found, site.levels(), this::fromHere, out);
            case GITHUB -> Report.github(found, this::fromHere, out);
            case TEXT -> text(found, site, out);
        }
    }

    private void text(List<Diagnostic> found, Site site, PrintWriter out) {
        DiagnosticPrinter printer =
                DiagnosticPrinter.colouredFor(spec.commandLine().getColorScheme());
        found.forEach(diagnostic -> printer.print(diagnostic, site.line(diagnostic), out));
        long errors = found.stream().filter(Diagnostic::isError).count();
        if (!found.isEmpty()) {
            out.println(
                    errors
                            + (errors == 1 ? " error, " : " errors, ")
                            + (found.size() - errors)
                            + " other remarks; articles served: "
                            + site.library().articles().size());
        }
    }

    /** Returns a path as other programs look for it: from the current folder, if it lies there. */
    private String fromHere(String path) {
        if (content.folder().isEmpty()) {
            return path;
        }
        Path here = Path.of("").toAbsolutePath();
        Path file = content.folder().get().file(path).toAbsolutePath().normalize();
        return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
    }

    private static void rules(Levels levels, PrintWriter out) {
        for (Rule rule : Rule.values()) {
            out.printf(
                    "%-22s %-8s %-4s %s%n",
                    rule.id(),
                    levels.of(rule).map(Rule.Severity::label).orElse("off"),
                    Fixer.mends(rule) ? "fix" : "",
                    rule.sentence());
        }
    }
}

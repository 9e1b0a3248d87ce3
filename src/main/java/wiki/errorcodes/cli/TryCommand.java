package wiki.errorcodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.content.ArticleParser;
import wiki.errorcodes.search.Candidate;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.SourceFile;

/**
 * {@code errorwiki try "TEXT" --draft FILE}: which wordings a paste meets, and why they win or
 * lose.
 */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description =
                "Show which wordings fit a paste and why they win or lose, with a draft in place; '-' reads standard input.",
        footer = {
            "",
            "Exit codes: 0 the paste lands (with --draft: on the draft), 1 it does not, 2 wrong use."
        })
final class TryCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description = "The message, or - for standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description =
                    "A Markdown file that takes part as if it were in the wiki; only its front matter has to be readable.")
    private @Nullable Path draft;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "The draft's collection. Default: its folder.")
    private String collection = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final InputStream in;

    TryCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        String paste = Paste.of(words, in);
        Site site = content.build(spec.commandLine().getErr());
        @Nullable Article article = draft == null ? null : article(draft);
        Searcher searcher = article == null ? site.searcher() : site.with(article);
        List<Finding> findings =
                searcher.explain(paste).findings().stream()
                        .filter(finding -> finding.verdict() != Verdict.NONE)
                        .toList();
        List<Candidate> candidates = searcher.candidates(paste);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(json(findings, candidates)));
        } else {
            print(findings, candidates, out);
        }
        boolean lands =
                findings.stream()
                        .anyMatch(
                                finding ->
                                        article == null
                                                || finding.slug()
                                                        .filter(article.slug()::equals)
                                                        .isPresent());
        return lands ? Main.OK : Main.FAILED;
    }

    private Article article(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        String folder = name(whole.getParent());
        String home = collection.isEmpty() && Slug.isValid(folder) ? folder : collection;
        String path = (home.isEmpty() ? "draft" : home) + "/" + name(whole);
        try {
            return ArticleParser.draft(
                            new SourceFile(path, Files.readString(file, StandardCharsets.UTF_8)))
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "the front matter of "
                                                    + file
                                                    + " cannot be read; 'errorwiki check' says where"));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8");
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static String name(@Nullable Path path) {
        Path name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static void print(List<Finding> findings, List<Candidate> candidates, PrintWriter out) {
        if (findings.isEmpty()) {
            out.println("It lands nowhere.");
        }
        for (Finding finding : findings) {
            for (Hit hit : finding.hits()) {
                out.printf(
                        Locale.ROOT,
                        "line %d: %s  %s by %s, confidence %.2f%n",
                        finding.line(),
                        hit.article().slug(),
                        finding.verdict().id(),
                        hit.evidence().id(),
                        hit.confidence());
            }
        }
        int line = 0;
        for (Candidate one : candidates) {
            if (one.line() != line) {
                line = one.line();
                out.printf("%nConsidered in line %d:%n", line);
            }
            out.printf(
                    "  %-6s %s  %s:%d:%d%n         %s%n         %d letters; %s%n",
                    one.outcome().name().toLowerCase(Locale.ROOT),
                    one.article().slug(),
                    one.article().path(),
                    one.place().line(),
                    one.place().column(),
                    one.template(),
                    one.letters(),
                    one.reason());
            one.captures().forEach((name, value) -> out.printf("         %-12s %s%n", name, value));
        }
    }

    private static Map<String, Object> json(List<Finding> findings, List<Candidate> candidates) {
        List<Map<String, Object>> lands = new ArrayList<>();
        for (Finding finding : findings) {
            for (Hit hit : finding.hits()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("line", finding.line());
                one.put("slug", hit.article().slug());
                one.put("verdict", finding.verdict().id());
                one.put("evidence", hit.evidence().id());
                one.put("confidence", hit.confidence());
                lands.add(one);
            }
        }
        List<Map<String, Object>> considered = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("line", candidate.line());
            one.put("outcome", candidate.outcome().name().toLowerCase(Locale.ROOT));
            one.put("slug", candidate.article().slug());
            one.put("path", candidate.article().path());
            one.put("at", candidate.place().line() + ":" + candidate.place().column());
            one.put("template", candidate.template());
            one.put("letters", candidate.letters());
            one.put("captures", candidate.captures());
            one.put("reason", candidate.reason());
            considered.add(one);
        }
        return Map.of("lands", lands, "considered", considered);
    }
}

package wiki.errorcodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.site.Site;

/** {@code errorwiki search "TEXT"}: explains a paste in the terminal. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Explain a message; '-' reads a paste from standard input.",
        footer = {"", "Exit codes: 0 something found, 1 no article matches, 2 wrong use."})
final class SearchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description = "The message, or - for standard input.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final InputStream in;

    SearchCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        String paste = Paste.of(words, in);
        Site site = content.build(spec.commandLine().getErr());
        List<Finding> findings = site.searcher().explain(paste).findings();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(
                                    Map.of(
                                            "errors",
                                            findings.stream()
                                                    .map(SearchCommand::fields)
                                                    .toList())));
        } else {
            findings.forEach(finding -> print(finding, out));
        }
        return findings.stream().anyMatch(finding -> finding.verdict() != Verdict.NONE)
                ? Main.OK
                : Main.FAILED;
    }

    private void print(Finding finding, PrintWriter out) {
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        if (finding.verdict() == Verdict.NONE) {
            out.println(
                    "No article matches this error."
                            + (finding.hits().isEmpty() ? "" : " Not the same, but near:"));
            for (Hit hit : finding.hits()) {
                out.printf("  %-44s %s%n", hit.article().slug(), hit.article().title());
            }
            return;
        }
        for (Hit hit : finding.hits()) {
            Filling filling = new Filling(hit.captures(), hit.article());
            out.println(bold(ansi, hit.article().title()) + "  " + hit.article().url());
            out.printf(
                    Locale.ROOT,
                    "  %s by %s, confidence %.2f, line %d%s%n",
                    finding.verdict().id(),
                    hit.evidence().id(),
                    hit.confidence(),
                    finding.line(),
                    finding.count() > 1 ? ", " + finding.count() + " times" : "");
            hit.captures().forEach((name, value) -> out.printf("  %-12s %s%n", name, value));
            out.println();
            out.println("  " + bold(ansi, filling.text(hit.article().quickAnswer().question())));
            out.println(
                    filling.text(hit.article().quickAnswer().answerText())
                            .indent(2)
                            .stripTrailing());
            out.println();
        }
    }

    private static String bold(Ansi ansi, String text) {
        return ansi.enabled()
                ? ansi.new Text("@|bold " + text.replace("|@", "| @") + "|@").toString()
                : text;
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", finding.text());
        fields.put("line", finding.line());
        fields.put("count", finding.count());
        fields.put("verdict", finding.verdict().id());
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Hit hit : finding.hits()) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("slug", hit.article().slug());
            match.put("title", hit.article().title());
            match.put("url", hit.article().url());
            match.put("evidence", hit.evidence().id());
            match.put("confidence", hit.confidence());
            match.put("captures", hit.captures());
            matches.add(match);
        }
        fields.put("matches", matches);
        return fields;
    }
}

package wiki.errorcodes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiki.errorcodes.search.Evaluation;
import wiki.errorcodes.search.Evaluation.Case;
import wiki.errorcodes.search.Evaluation.Figures;
import wiki.errorcodes.search.Evaluation.Outcome;
import wiki.errorcodes.search.Evaluation.Result;
import wiki.errorcodes.site.Site;

/**
 * {@code errorwiki eval FILE…}: measures the search against pastes whose right article is known.
 */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Measure the search on pastes whose right article is known.",
        footer = {"", "The format of the files is described in src/docs/searching.md."})
final class EvalCommand implements Callable<Integer> {

    private static final int LONGEST_SHOWN = 110;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Cases, one JSON object a line.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--fold",
            paramLabel = "K/N",
            description =
                    "Only part K (1 to N) of N equal parts, decided by the case's id: tune on some parts and measure on the others.")
    private String fold = "1/1";

    @Override
    public Integer call() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            cases.addAll(read(file));
        }
        int[] part = part();
        cases.removeIf(one -> Math.floorMod(one.id().hashCode(), part[1]) != part[0] - 1);
        Site site = content.build(spec.commandLine().getErr());
        List<Outcome> outcomes = Evaluation.run(cases, site.library(), site.searcher());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(report(outcomes)));
        } else {
            print(outcomes, out);
        }
        return outcomes.stream()
                        .allMatch(
                                one ->
                                        one.result() == Result.RIGHT
                                                || one.result() == Result.UNCOVERED)
                ? Main.OK
                : Main.FAILED;
    }

    private int[] part() {
        String[] numbers = fold.split("/", -1);
        try {
            int[] part = {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
            if (numbers.length == 2 && part[0] >= 1 && part[0] <= part[1]) {
                return part;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Said below.
        }
        throw new UsageException(
                "--fold is a part and a number of parts, such as 1/3, not " + fold);
    }

    private static List<Case> read(Path file) {
        ObjectMapper mapper = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    JsonNode node = mapper.readTree(line);
                    cases.add(
                            new Case(
                                    node.path("id").asText(file.getFileName() + ":" + number),
                                    required(node, "text"),
                                    required(node, "kind"),
                                    node.path("browser").asText("unknown"),
                                    texts(node.path("gold")),
                                    texts(node.path("gold_all"))));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UsageException(
                    file
                            + ":"
                            + number
                            + ": "
                            + String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("not JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return cases;
    }

    private static String required(JsonNode node, String key) {
        if (!node.path(key).isTextual()) {
            throw new IllegalArgumentException("a case needs the text \"" + key + "\"");
        }
        return node.path(key).asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static void print(List<Outcome> outcomes, PrintWriter out) {
        for (Outcome one : outcomes) {
            if (one.result() != Result.RIGHT && one.result() != Result.UNCOVERED) {
                String wanted =
                        one.asked().kind().equals("negative")
                                ? "none"
                                : String.join(
                                        " or ",
                                        one.asked().goldAll().isEmpty()
                                                ? one.asked().gold()
                                                : one.asked().goldAll());
                String text = one.asked().text().replaceAll("\\s+", " ");
                out.printf(
                        Locale.ROOT,
                        "%s %s (%s): wanted %s, came %s (%.2f)%n    %s%n",
                        one.result().name().toLowerCase(Locale.ROOT),
                        one.asked().id(),
                        one.asked().kind(),
                        wanted,
                        one.found().isEmpty() ? "none" : String.join(", ", one.found()),
                        one.confidence(),
                        text.substring(0, Math.min(LONGEST_SHOWN, text.length())));
            }
        }
        out.println();
        table("kind", Evaluation.figures(outcomes, Case::kind), out);
        table("browser", Evaluation.figures(outcomes, Case::browser), out);
        table("all", Evaluation.figures(outcomes, one -> "all"), out);
        out.println("confidence     shown  right  share");
        for (Evaluation.Reliability row : Evaluation.reliability(outcomes)) {
            out.printf(
                    Locale.ROOT,
                    "%.2f to %.2f   %5d  %5d  %s%n",
                    row.from(),
                    row.to(),
                    row.shown(),
                    row.right(),
                    row.shown() == 0 ? "    -" : percent((double) row.right() / row.shown()));
        }
    }

    private static void table(String title, Map<String, Figures> groups, PrintWriter out) {
        out.printf("%-12s  cases  right  first    shown    uncovered  overclaimed%n", title);
        groups.forEach(
                (name, figures) ->
                        out.printf(
                                Locale.ROOT,
                                "%-12s  %5d  %5d  %s  %s  %9d  %11d%n",
                                name,
                                figures.cases(),
                                figures.right(),
                                percent(figures.accuracy()),
                                percent(figures.recall()),
                                figures.uncovered(),
                                figures.overclaimed()));
        out.println();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%6.1f%%", share * 100);
    }

    private static Map<String, Object> report(List<Outcome> outcomes) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("all", Evaluation.figures(outcomes, one -> "all").get("all"));
        report.put("by_kind", Evaluation.figures(outcomes, Case::kind));
        report.put("by_browser", Evaluation.figures(outcomes, Case::browser));
        report.put("reliability", Evaluation.reliability(outcomes));
        report.put(
                "cases",
                outcomes.stream()
                        .map(
                                one -> {
                                    Map<String, Object> fields = new LinkedHashMap<>();
                                    fields.put("id", one.asked().id());
                                    fields.put("kind", one.asked().kind());
                                    fields.put(
                                            "result", one.result().name().toLowerCase(Locale.ROOT));
                                    fields.put(
                                            "wanted",
                                            one.asked().goldAll().isEmpty()
                                                    ? one.asked().gold()
                                                    : one.asked().goldAll());
                                    fields.put("found", one.found());
                                    fields.put("confidence", one.confidence());
                                    return fields;
                                })
                        .toList());
        return report;
    }
}

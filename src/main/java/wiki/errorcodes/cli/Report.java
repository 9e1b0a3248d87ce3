package wiki.errorcodes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Rule.Severity;

/** Writes diagnostics for other programs. */
final class Report {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Report() {}

    /** Our own form, with the paths of the content folder. */
    static void json(List<Diagnostic> found, PrintWriter out) throws JsonProcessingException {
        out.println(
                JSON.writeValueAsString(
                        Map.of("diagnostics", found.stream().map(Report::fields).toList())));
    }

    private static Map<String, Object> fields(Diagnostic diagnostic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", diagnostic.path());
        fields.put("line", diagnostic.span().line());
        fields.put("column", diagnostic.span().column());
        fields.put("end_column", diagnostic.span().endColumn());
        fields.put("severity", diagnostic.severity().label());
        fields.put("rule", diagnostic.rule().id());
        fields.put("message", diagnostic.message());
        fields.put("hint", diagnostic.hint());
        return fields;
    }

    /**
     * SARIF 2.1.0, which code hosts and editors read.
     *
     * @param file turns a path into one that starts at the current folder
     */
    static void sarif(
            List<Diagnostic> found, Levels levels, UnaryOperator<String> file, PrintWriter out)
            throws JsonProcessingException {
        List<Object> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            rules.add(
                    map(
                            "id",
                            rule.id(),
                            "shortDescription",
                            Map.of("text", rule.sentence()),
                            "defaultConfiguration",
                            map(
                                    "enabled",
                                    levels.of(rule).isPresent(),
                                    "level",
                                    level(levels.of(rule).orElse(rule.severity())))));
        }
        Map<String, Object> driver =
                map("name", "errorwiki", "version", Main.version(), "rules", rules);
        Map<String, Object> run =
                map(
                        "tool",
                        Map.of("driver", driver),
                        "columnKind",
                        "utf16CodeUnits",
                        "results",
                        found.stream().map(diagnostic -> result(diagnostic, file)).toList());
        out.println(
                JSON.writeValueAsString(
                        map(
                                "$schema",
                                "https://json.schemastore.org/sarif-2.1.0.json",
                                "version",
                                "2.1.0",
                                "runs",
                                List.of(run))));
    }

    private static Map<String, Object> result(Diagnostic diagnostic, UnaryOperator<String> file) {
        Map<String, Object> region =
                map(
                        "startLine",
                        diagnostic.span().line(),
                        "startColumn",
                        diagnostic.span().column(),
                        "endColumn",
                        diagnostic.span().endColumn());
        Map<String, Object> location =
                map(
                        "artifactLocation",
                        Map.of("uri", uri(file.apply(diagnostic.path()))),
                        "region",
                        region);
        return map(
                "ruleId",
                diagnostic.rule().id(),
                "ruleIndex",
                diagnostic.rule().ordinal(),
                "level",
                level(diagnostic.severity()),
                "message",
                Map.of("text", text(diagnostic, "; ")),
                "locations",
                List.of(Map.of("physicalLocation", location)));
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String text(Diagnostic diagnostic, String separator) {
        return diagnostic.message()
                + Optional.of(diagnostic.hint())
                        .filter(hint -> !hint.isEmpty())
                        .map(hint -> separator + hint)
                        .orElse("");
    }

    /**
     * The commands by which a GitHub workflow marks lines of a change.
     *
     * @param file turns a path into one that starts at the current folder
     */
    static void github(List<Diagnostic> found, UnaryOperator<String> file, PrintWriter out) {
        for (Diagnostic diagnostic : found) {
            String command =
                    diagnostic.severity() == Severity.INFO
                            ? "notice"
                            : diagnostic.severity().label();
            out.println(
                    "::"
                            + command
                            + " file="
                            + property(file.apply(diagnostic.path()))
                            + ",line="
                            + diagnostic.span().line()
                            + ",col="
                            + diagnostic.span().column()
                            + ",endColumn="
                            + diagnostic.span().endColumn()
                            + ",title="
                            + property(diagnostic.rule().id())
                            + "::"
                            + data(text(diagnostic, "\n")));
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

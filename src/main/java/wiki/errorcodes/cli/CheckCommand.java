package wiki.errorcodes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Diagnostic;

/** {@code errorwiki check}: every rule over every article; exit code 1 when there are errors. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report everything that is wrong with the articles.",
        footer = {"", "Exit codes: 0 no errors, 1 errors found, 2 wrong use."})
final class CheckCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Site site = content.build(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        List<Diagnostic> found = site.inspected();
        if (json) {
            out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(
                                    Map.of(
                                            "diagnostics",
                                            found.stream().map(CheckCommand::fields).toList())));
        } else {
            DiagnosticPrinter printer =
                    DiagnosticPrinter.colouredFor(spec.commandLine().getColorScheme());
            found.forEach(diagnostic -> printer.print(diagnostic, out));
        }
        long errors = found.stream().filter(Diagnostic::isError).count();
        if (!json && !found.isEmpty()) {
            out.println(
                    errors
                            + (errors == 1 ? " error, " : " errors, ")
                            + (found.size() - errors)
                            + " other remarks; articles served: "
                            + site.library().articles().size());
        }
        return errors == 0 ? Main.OK : Main.FAILED;
    }

    private static Map<String, Object> fields(Diagnostic diagnostic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", diagnostic.path());
        fields.put("line", diagnostic.span().line());
        fields.put("column", diagnostic.span().column());
        fields.put("end_column", diagnostic.span().endColumn());
        fields.put("severity", diagnostic.rule().severity().label());
        fields.put("rule", diagnostic.rule().id());
        fields.put("message", diagnostic.message());
        fields.put("hint", diagnostic.hint());
        return fields;
    }
}

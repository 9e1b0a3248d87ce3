package wiki.errorcodes.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.ColorScheme;
import wiki.errorcodes.source.Diagnostic;

/**
 * Prints diagnostics as compilers do: where, what, and below it what to do. Colours only on a
 * terminal.
 */
final class DiagnosticPrinter {

    private final ColorScheme colours;

    private DiagnosticPrinter(ColorScheme colours) {
        this.colours = colours;
    }

    static DiagnosticPrinter colouredFor(ColorScheme colours) {
        return new DiagnosticPrinter(colours);
    }

    void print(Diagnostic diagnostic, PrintWriter out) {
        String colour = diagnostic.isError() ? "red" : "yellow";
        String label = diagnostic.rule().severity().label();
        String place =
                diagnostic.path()
                        + ":"
                        + diagnostic.span().line()
                        + ":"
                        + diagnostic.span().column();
        out.println(
                painted("bold", place + ":")
                        + " "
                        + painted("bold," + colour, label + ":")
                        + " "
                        + diagnostic.message()
                        + painted("faint", " [" + diagnostic.rule().id() + "]"));
        if (!diagnostic.hint().isEmpty()) {
            out.println("    " + painted("cyan", "hint: ") + diagnostic.hint());
        }
    }

    private String painted(String style, String text) {
        return colours.ansi().enabled()
                ? colours.ansi()
                        .new Text("@|" + style + " " + text.replace("|@", "| @") + "|@", colours)
                        .toString()
                : text;
    }
}

package wiki.errorcodes.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.ColorScheme;
import wiki.errorcodes.source.Diagnostic;

/**
 * Prints diagnostics as compilers do: where, what, the line, and what to do. Colours only on a
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

    /**
     * Prints one.
     *
     * @param line the line of the file that it is about; left out when blank
     */
    void print(Diagnostic diagnostic, String line, PrintWriter out) {
        String colour =
                switch (diagnostic.severity()) {
                    case ERROR -> "red";
                    case WARNING -> "yellow";
                    case INFO -> "blue";
                };
        String label = diagnostic.severity().label();
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
        if (!line.isBlank()) {
            Excerpt excerpt = Excerpt.of(line, diagnostic.span());
            out.println("    " + excerpt.line());
            String carets = excerpt.carets();
            int at = carets.indexOf('^');
            out.println(
                    "    "
                            + carets.substring(0, at)
                            + painted("bold," + colour, carets.substring(at)));
        }
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

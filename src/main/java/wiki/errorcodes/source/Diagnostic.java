package wiki.errorcodes.source;

import java.util.Comparator;

/**
 * Something that is wrong at a place of a file, and a way to fix it.
 *
 * @param path the file, relative to the content folder
 * @param span where it is wrong
 * @param rule which rule it breaks
 * @param severity how bad that is here
 * @param message what is wrong, one sentence without a full stop
 * @param hint what to do about it; empty when the message says it all
 */
public record Diagnostic(
        String path, Span span, Rule rule, Rule.Severity severity, String message, String hint)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::path)
                    .thenComparing(Diagnostic::span)
                    .thenComparing(Diagnostic::rule)
                    .thenComparing(Diagnostic::message);

    /** Something as bad as its rule says. */
    public Diagnostic(String path, Span span, Rule rule, String message, String hint) {
        this(path, span, rule, rule.severity(), message, hint);
    }

    /** Returns the same, as bad as somebody decided. */
    public Diagnostic with(Rule.Severity decided) {
        return new Diagnostic(path, span, rule, decided, message, hint);
    }

    /** By file, place and rule, so that two runs over the same files print the same report. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    public boolean isError() {
        return severity == Rule.Severity.ERROR;
    }

    /** Returns {@code path:line:column: severity: message [rule]}, the form editors can jump to. */
    @Override
    public String toString() {
        return path
                + ":"
                + span.line()
                + ":"
                + span.column()
                + ": "
                + severity.label()
                + ": "
                + message
                + " ["
                + rule.id()
                + "]";
    }
}

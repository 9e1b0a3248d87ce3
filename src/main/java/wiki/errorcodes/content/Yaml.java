package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/**
 * Reads the YAML head of one file as nodes that know their place, and reports what has the wrong
 * type. Values are texts: what looks like a number or a date is what the editor wrote, not what
 * YAML makes of it.
 */
final class Yaml {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setAllowDuplicateKeys(true).build();

    private final SourceFile file;
    private final List<Diagnostic> diagnostics;

    /** A text and where it stands. */
    record Text(String value, Span span) {}

    /** A key of a mapping, where it stands, and its value. */
    record Entry(String key, Span span, Node value) {}

    Yaml(SourceFile file, List<Diagnostic> diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the keys of the head, in order; nothing when it cannot be read, which is then
     * reported.
     *
     * @param end offset of the line that closes the head; its first line is the one after the
     *     opening {@code ---}
     */
    Optional<Map<String, Entry>> head(int start, int end) {
        // The opening line stays in the text as an empty one, so that YAML counts lines as the file
        // does.
        String yaml = "\n" + file.text().substring(start, end);
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
            if (root.isEmpty()) {
                return Optional.of(Map.of());
            }
            return Optional.of(mapping(root.get(), "the front matter"));
        } catch (MarkedYamlEngineException e) {
            // A quote that is never closed is found at the end of the head; the editor wants to see
            // where it opens.
            Optional<Mark> mark =
                    e.getProblem().contains("end of stream")
                            ? e.getContextMark().or(e::getProblemMark)
                            : e.getProblemMark();
            report(
                    Rule.YAML,
                    mark.map(this::point).orElse(Span.START),
                    e.getProblem(),
                    "put texts that contain \": \" or start with a sign in double quotes");
        } catch (YamlEngineException e) {
            report(
                    Rule.YAML,
                    Span.START,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable YAML"),
                    "");
        }
        return Optional.empty();
    }

    void report(Rule rule, Span span, String message, String hint) {
        diagnostics.add(new Diagnostic(file.path(), span, rule, message, hint));
    }

    /** Reports the keys that are not known. */
    void onlyKeys(Map<String, Entry> entries, List<String> known) {
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                report(
                        Rule.UNKNOWN_KEY,
                        entry.span(),
                        "unknown key \"" + entry.key() + "\"",
                        Suggestion.didYouMean(
                                entry.key(), known, "the keys are " + String.join(", ", known)));
            }
        }
    }

    /**
     * Returns the entries of a mapping in order; reports what is no mapping and what stands twice.
     */
    Map<String, Entry> mapping(Node node, String what) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrongType(node, what, "a mapping of keys and values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                wrongType(tuple.getKeyNode(), "a key of " + what, "a text");
                continue;
            }
            Entry entry = new Entry(key.getValue(), span(key), tuple.getValueNode());
            if (entries.putIfAbsent(key.getValue(), entry) != null) {
                report(
                        Rule.YAML,
                        entry.span(),
                        "the key \"" + entry.key() + "\" stands twice",
                        "join the two");
            }
        }
        return entries;
    }

    /** Returns the items of a list; a single text counts as a list of one. */
    List<Node> items(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node instanceof ScalarNode scalar && !isNull(scalar)) {
            return List.of(scalar);
        }
        if (!(node instanceof ScalarNode)) {
            wrongType(node, what, "a list");
        }
        return List.of();
    }

    /** Returns a list of texts; items that are no texts are reported and left out. */
    List<Text> texts(Node node, String what) {
        List<Text> texts = new ArrayList<>();
        for (Node item : items(node, what)) {
            text(item, "an item of " + what).ifPresent(texts::add);
        }
        return texts;
    }

    Optional<Text> text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !isNull(scalar)) {
            return Optional.of(new Text(scalar.getValue(), span(scalar)));
        }
        wrongType(node, what, "a text");
        return Optional.empty();
    }

    OptionalInt number(Node node, String what) {
        Optional<Text> text = text(node, what);
        if (text.isPresent()) {
            try {
                return OptionalInt.of(Integer.parseInt(text.get().value()));
            } catch (NumberFormatException e) {
                report(
                        Rule.WRONG_TYPE,
                        text.get().span(),
                        what + " must be a whole number, not \"" + text.get().value() + "\"",
                        "");
            }
        }
        return OptionalInt.empty();
    }

    private void wrongType(Node node, String what, String expected) {
        String found =
                node instanceof MappingNode
                        ? "a mapping"
                        : node instanceof SequenceNode
                                ? "a list"
                                : node instanceof ScalarNode scalar && isNull(scalar)
                                        ? "nothing"
                                        : "a text";
        report(
                Rule.WRONG_TYPE,
                span(node),
                what + " must be " + expected + ", found " + found,
                found.equals("a mapping") ? "a text that contains \": \" must be in quotes" : "");
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }

    Span span(Node node) {
        Range range = range(node);
        return file.span(range.from(), range.to());
    }

    /** Returns where a node stands. */
    Range range(Node node) {
        int from = node.getStartMark().map(this::offset).orElse(0);
        return new Range(from, node.getEndMark().map(this::offset).orElse(from));
    }

    /** A stretch of a file, as offsets. */
    record Range(int from, int to) {}

    /**
     * Returns the place of a character of a text, as far as one can tell: quotes count, escapes do
     * not.
     */
    Span within(Text text, Node node, int offset) {
        boolean quoted =
                node instanceof ScalarNode scalar
                        && (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED);
        int column = text.span().column() + offset + (quoted ? 1 : 0);
        return new Span(text.span().line(), column, column + 1);
    }

    private Span point(Mark mark) {
        int offset = offset(mark);
        return file.span(offset, offset + 1);
    }

    private int offset(Mark mark) {
        return file.offset(mark.getLine(), mark.getColumn());
    }
}

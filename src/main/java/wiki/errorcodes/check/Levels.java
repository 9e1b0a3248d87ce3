package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Rule.Severity;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/**
 * How bad a wiki takes each rule: what its {@code check.yaml} says, the rule's own severity
 * otherwise. Immutable.
 */
public final class Levels {

    /** The file's name, directly in the content folder. */
    public static final String FILE = "check.yaml";

    private static final String RULES = "rules";
    private static final String OFF = "off";
    private static final List<String> VALUES = List.of("error", "warning", "info", OFF);

    private final SourceFile file;
    private final Map<Rule, Severity> decided;
    private final Set<Rule> off;
    private final List<Diagnostic> diagnostics;

    private Levels(SourceFile file) {
        this.file = file;
        Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
        Set<Rule> silent = EnumSet.noneOf(Rule.class);
        List<Diagnostic> found = new ArrayList<>();
        new Reader(file, severities, silent, found).read();
        decided = Collections.unmodifiableMap(severities);
        off = Collections.unmodifiableSet(silent);
        diagnostics = found.stream().sorted().toList();
    }

    /** Returns the rules' own severities. */
    public static Levels usual() {
        return new Levels(new SourceFile(FILE, ""));
    }

    /** Reads a {@code check.yaml}. What is wrong in it is reported, the rest counts. */
    public static Levels of(SourceFile file) {
        return new Levels(file);
    }

    /** Returns what the levels were read from; without text when there is no such file. */
    public SourceFile file() {
        return file;
    }

    /** Returns what is wrong in the file itself. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns how bad breaking a rule is; empty when nobody wants to hear of it. */
    public Optional<Severity> of(Rule rule) {
        return off.contains(rule)
                ? Optional.empty()
                : Optional.of(decided.getOrDefault(rule, rule.severity()));
    }

    /** Returns what remains to be said, as bad as decided here. */
    public List<Diagnostic> applied(java.util.Collection<Diagnostic> found) {
        return found.stream()
                .filter(diagnostic -> !off.contains(diagnostic.rule()))
                .map(
                        diagnostic ->
                                Optional.ofNullable(decided.get(diagnostic.rule()))
                                        .map(diagnostic::with)
                                        .orElse(diagnostic))
                .toList();
    }

    /** Reads one file into the maps it is given. */
    private record Reader(
            SourceFile file,
            Map<Rule, Severity> decided,
            Set<Rule> off,
            List<Diagnostic> diagnostics) {

        void read() {
            try {
                new Compose(LoadSettings.builder().setUseMarks(true).build())
                        .composeString(file.text())
                        .ifPresent(this::root);
            } catch (MarkedYamlEngineException e) {
                Optional<Mark> mark = e.getProblemMark();
                int at = mark.map(this::offset).orElse(0);
                report(file.span(at, at + 1), Rule.YAML, String.valueOf(e.getProblem()), "");
            } catch (YamlEngineException e) {
                report(Span.START, Rule.YAML, "unreadable YAML", "");
            }
        }

        private void root(Node root) {
            for (NodeTuple entry : entries(root, "the file")) {
                String key = text(entry.getKeyNode());
                if (key.equals(RULES)) {
                    entries(entry.getValueNode(), RULES).forEach(this::rule);
                } else {
                    report(
                            span(entry.getKeyNode()),
                            Rule.UNKNOWN_KEY,
                            "unknown key \"" + key + "\"",
                            "the only key is " + RULES);
                }
            }
        }

        private void rule(NodeTuple entry) {
            String id = text(entry.getKeyNode());
            String level = text(entry.getValueNode());
            Optional<Rule> rule = Rule.of(id);
            if (rule.isEmpty()) {
                report(
                        span(entry.getKeyNode()),
                        Rule.UNKNOWN_KEY,
                        "no rule \"" + id + "\"",
                        Suggestion.didYouMean(
                                id,
                                Arrays.stream(Rule.values()).map(Rule::id).toList(),
                                "errorwiki check --rules lists them"));
            } else if (!VALUES.contains(level)) {
                report(
                        span(entry.getValueNode()),
                        Rule.BAD_VALUE,
                        "no severity \"" + level + "\"",
                        Suggestion.didYouMean(level, VALUES, "write " + String.join(", ", VALUES)));
            } else if (rule.get().isBinding() && !level.equals(Severity.ERROR.label())) {
                report(
                        span(entry.getValueNode()),
                        Rule.BAD_VALUE,
                        "\"" + id + "\" is always an error",
                        "an article that breaks it cannot be served; remove the line");
            } else {
                Severity.of(level)
                        .ifPresentOrElse(
                                severity -> decided.put(rule.get(), severity),
                                () -> off.add(rule.get()));
            }
        }

        private List<NodeTuple> entries(Node node, String what) {
            if (node instanceof MappingNode mapping) {
                return mapping.getValue();
            }
            report(span(node), Rule.WRONG_TYPE, what + " must be a mapping", "");
            return List.of();
        }

        private static String text(Node node) {
            return node instanceof ScalarNode scalar ? scalar.getValue() : "";
        }

        private void report(Span span, Rule rule, String message, String hint) {
            diagnostics.add(new Diagnostic(file.path(), span, rule, message, hint));
        }

        private Span span(Node node) {
            int from = node.getStartMark().map(this::offset).orElse(0);
            return file.span(from, node.getEndMark().map(this::offset).orElse(from));
        }

        private int offset(Mark mark) {
            return file.offset(mark.getLine(), mark.getColumn());
        }
    }
}

package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/**
 * The quotes of English message templates. Chrome puts straight ones around values, so that
 * typographic ones are a word processor's work; Firefox and Safari print typographic ones too, and
 * there only two that do not belong together are wrong.
 */
public final class TemplateQuotes {

    private TemplateQuotes() {}

    /** Returns the templates with quotes that their browser does not print. */
    public static List<Flaw> of(SourceFile file) {
        List<Flaw> flaws = new ArrayList<>();
        Head.of(file)
                .ifPresent(
                        head -> {
                            Yaml.Entry messages = head.entries().get("messages");
                            if (messages != null
                                    && messages.value() instanceof MappingNode browsers) {
                                browsers.getValue().forEach(entry -> browser(entry, head, flaws));
                            }
                        });
        return flaws;
    }

    private static void browser(NodeTuple entry, Head head, List<Flaw> flaws) {
        boolean straight =
                entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(Browser.CHROME.id());
        Node value = entry.getValueNode();
        List<Node> items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        for (Node item : items) {
            if (item instanceof ScalarNode text) {
                template(text, straight, head, flaws);
            } else if (item instanceof MappingNode keys) {
                for (NodeTuple pair : keys.getValue()) {
                    if (pair.getKeyNode() instanceof ScalarNode name
                            && name.getValue().equals("text")
                            && pair.getValueNode() instanceof ScalarNode text) {
                        template(text, straight, head, flaws);
                    }
                }
            }
        }
    }

    private static void template(ScalarNode node, boolean straight, Head head, List<Flaw> flaws) {
        Yaml.Range range = head.yaml().range(node);
        int start = range.from();
        String raw = head.file().text().substring(start, range.to());
        // The quotes that YAML needs are not the template's.
        boolean quoted =
                node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                        || node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        int from = quoted ? 1 : 0;
        int to = raw.length() - from;
        List<Integer> quotes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (isQuote(raw.charAt(i)) && !isApostrophe(raw, i)) {
                quotes.add(i);
            }
        }
        List<Edit> edits = new ArrayList<>();
        if (straight) {
            List<Integer> typographic =
                    quotes.stream().filter(at -> isTypographic(raw.charAt(at))).toList();
            if (typographic.size() > 1) {
                typographic.forEach(
                        at -> edits.add(replaced(straight(raw.charAt(at)), raw, at, start, node)));
            }
        } else {
            for (int i = 0; i < quotes.size(); i++) {
                int open = quotes.get(i);
                char opening = raw.charAt(open);
                if (open > from && Character.isLetterOrDigit(raw.charAt(open - 1))) {
                    continue;
                }
                int partner = i + 1;
                while (partner < quotes.size()
                        && !belongs(opening, raw.charAt(quotes.get(partner)))) {
                    partner++;
                }
                if (partner < quotes.size()) {
                    i = partner;
                } else if (i + 1 < quotes.size()) {
                    int close = quotes.get(++i);
                    if (isTypographic(opening) || isTypographic(raw.charAt(close))) {
                        edits.add(replaced(closing(opening), raw, close, start, node));
                    }
                }
            }
        }
        if (!edits.isEmpty()) {
            Edit first = edits.get(0);
            Diagnostic diagnostic =
                    new Diagnostic(
                            head.file().path(),
                            head.file().span(first.from(), first.to()),
                            Rule.TEMPLATE_QUOTES,
                            straight
                                    ? "Chrome prints straight quotes around values"
                                    : "this quote does not close the one before it",
                            "write " + first.text());
            flaws.add(new Flaw(diagnostic, edits));
        }
    }

    private static Edit replaced(char quote, String raw, int at, int start, ScalarNode node) {
        boolean escaped = node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && quote == '"';
        boolean doubled = node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED && quote == '\'';
        // The backslash before a straight quote goes with it.
        int from = at > 0 && raw.charAt(at - 1) == '\\' ? at - 1 : at;
        return new Edit(
                start + from,
                start + at + 1,
                escaped ? "\\\"" : doubled ? "''" : String.valueOf(quote));
    }

    /** Tells whether two quotes are of one kind; Firefox closes some with the opening sign. */
    private static boolean belongs(char opening, char closing) {
        return isTypographic(opening) == isTypographic(closing)
                && straight(opening) == straight(closing);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || isTypographic(c);
    }

    private static boolean isTypographic(char c) {
        return c >= '\u2018' && c <= '\u201F';
    }

    /** {@code can’t}, {@code {host}’s}: between letters, or after a value. */
    private static boolean isApostrophe(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019')
                && at > 0
                && at + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '}')
                && Character.isLetter(text.charAt(at + 1));
    }

    private static char straight(char quote) {
        return quote == '"' || quote >= '\u201C' ? '"' : '\'';
    }

    private static char closing(char opening) {
        if (!isTypographic(opening)) {
            return opening;
        }
        return straight(opening) == '"' ? '\u201D' : '\u2019';
    }
}

package wiki.errorcodes.content;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.SourceFile;

/** The list {@code related} as it is written: in brackets, line by line, or not at all. */
public final class RelatedList {

    private static final String KEY = "related";

    private RelatedList() {}

    /**
     * Returns the edit that adds slugs at the end of the list, written as the list is; empty when
     * the front matter cannot be read.
     *
     * @param slugs at least one
     */
    public static Optional<Edit> adding(List<String> slugs, SourceFile file) {
        return Head.of(file).map(head -> adding(slugs, head));
    }

    private static Edit adding(List<String> slugs, Head head) {
        String joined = String.join(", ", slugs);
        Yaml.Entry entry = head.entries().get(KEY);
        if (entry == null) {
            int at = place(head);
            return new Edit(at, at, KEY + ": [" + joined + "]" + head.lineBreak());
        }
        Node list = entry.value();
        Yaml.Range range = head.yaml().range(list);
        if (list instanceof ScalarNode scalar) {
            String items = scalar.getValue().isBlank() ? joined : scalar.getValue() + ", " + joined;
            String space = range.from() == range.to() ? " " : "";
            return new Edit(range.from(), range.to(), space + "[" + items + "]");
        }
        List<Node> items = ((SequenceNode) list).getValue();
        if (items.isEmpty()) {
            return new Edit(range.from(), range.to(), "[" + joined + "]");
        }
        int last = head.yaml().range(items.get(items.size() - 1)).to();
        if (((SequenceNode) list).getFlowStyle() == FlowStyle.FLOW) {
            return new Edit(last, last, ", " + joined);
        }
        int line = head.yaml().span(items.get(items.size() - 1)).line();
        String text = head.file().line(line);
        String dash = head.lineBreak() + text.substring(0, text.indexOf('-')) + "- ";
        int lineEnd = head.lineStart(line) + text.length();
        return new Edit(lineEnd, lineEnd, dash + String.join(dash, slugs));
    }

    /** Returns where the key belongs: before the first one that the documentation puts later. */
    private static int place(Head head) {
        List<String> order = head.order();
        return head.entries().values().stream()
                .filter(entry -> order.indexOf(entry.key()) > order.indexOf(KEY))
                .mapToInt(entry -> head.lineStart(entry.span().line()))
                .min()
                .orElse(head.end());
    }
}

package wiki.errorcodes.content;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.SourceFile;

/** A list of slugs as it is written: in brackets, line by line, as a single one, or not at all. */
public final class SlugList {

    private final String key;
    private final Head head;

    private SlugList(String key, Head head) {
        this.key = key;
        this.head = head;
    }

    /**
     * Returns the list {@code related} of an article; empty when its front matter is unreadable.
     */
    public static Optional<SlugList> related(SourceFile file) {
        return Head.of(file).map(head -> of(FrontMatterKey.RELATED.key(), head));
    }

    static SlugList of(String key, Head head) {
        return new SlugList(key, head);
    }

    /**
     * Returns the edit that adds slugs at the end, written as the list is; empty when there is
     * something else than a list.
     *
     * @param slugs at least one
     */
    public Optional<Edit> adding(List<String> slugs) {
        String joined = String.join(", ", slugs);
        Yaml.Entry entry = head.entries().get(key);
        if (entry == null) {
            int at = place();
            return Optional.of(new Edit(at, at, key + ": [" + joined + "]" + head.lineBreak()));
        }
        Yaml.Range range = head.yaml().range(entry.value());
        if (entry.value() instanceof ScalarNode scalar) {
            String items = scalar.getValue().isBlank() ? joined : scalar.getValue() + ", " + joined;
            String space = range.from() == range.to() ? " " : "";
            return Optional.of(new Edit(range.from(), range.to(), space + "[" + items + "]"));
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            return Optional.empty();
        }
        List<Node> items = list.getValue();
        if (items.isEmpty()) {
            return Optional.of(new Edit(range.from(), range.to(), "[" + joined + "]"));
        }
        Node lastItem = items.get(items.size() - 1);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            int last = head.yaml().range(lastItem).to();
            return Optional.of(new Edit(last, last, ", " + joined));
        }
        int line = line(lastItem);
        String text = head.file().line(line);
        String dash = head.lineBreak() + text.substring(0, text.indexOf('-')) + "- ";
        int lineEnd = head.lineStart(line) + text.length();
        return Optional.of(new Edit(lineEnd, lineEnd, dash + String.join(dash, slugs)));
    }

    /** Returns the edit that takes a slug out, its line with it; empty when it is not there. */
    Optional<Edit> removing(String slug) {
        Yaml.Entry entry = head.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Yaml.Range whole = head.yaml().range(entry.value());
        if (entry.value() instanceof ScalarNode scalar && scalar.getValue().equals(slug)) {
            return Optional.of(new Edit(whole.from(), whole.to(), "[]"));
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            return Optional.empty();
        }
        List<Node> items = list.getValue();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (!(item instanceof ScalarNode text && text.getValue().equals(slug))) {
                continue;
            }
            if (list.getFlowStyle() == FlowStyle.FLOW) {
                Yaml.Range range = head.yaml().range(item);
                return Optional.of(
                        i == 0
                                ? new Edit(
                                        range.from(),
                                        items.size() == 1
                                                ? range.to()
                                                : head.yaml().range(items.get(1)).from(),
                                        "")
                                : new Edit(
                                        head.yaml().range(items.get(i - 1)).to(), range.to(), ""));
            }
            int first = items.size() == 1 ? entry.span().line() : line(item);
            return Optional.of(new Edit(head.lineStart(first), head.lineStart(line(item) + 1), ""));
        }
        return Optional.empty();
    }

    private int line(Node item) {
        return head.yaml().span(item).line();
    }

    /** Returns where the key belongs: before the first one that the documentation puts later. */
    private int place() {
        List<String> order = head.order();
        return head.entries().values().stream()
                .filter(entry -> order.indexOf(entry.key()) > order.indexOf(key))
                .mapToInt(entry -> head.lineStart(entry.span().line()))
                .min()
                .orElse(head.end());
    }
}

package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/** The keys of the front matter stand in the documented order; comments belong to the key below. */
public final class KeyOrder {

    private KeyOrder() {}

    /** Returns the first key that stands too late, and how to put all of them in order. */
    public static Optional<Flaw> of(SourceFile file) {
        return Head.of(file).flatMap(KeyOrder::of);
    }

    private static Optional<Flaw> of(Head head) {
        List<String> order = head.order();
        List<Yaml.Entry> entries = List.copyOf(head.entries().values());
        if (!entries.stream().allMatch(entry -> order.contains(entry.key()))) {
            return Optional.empty();
        }
        for (int i = 1; i < entries.size(); i++) {
            Yaml.Entry before = entries.get(i - 1);
            Yaml.Entry entry = entries.get(i);
            if (order.indexOf(entry.key()) < order.indexOf(before.key())) {
                Diagnostic diagnostic =
                        new Diagnostic(
                                head.file().path(),
                                entry.span(),
                                Rule.KEY_ORDER,
                                "\"" + entry.key() + "\" stands after \"" + before.key() + "\"",
                                "the order is " + String.join(", ", order));
                return Optional.of(new Flaw(diagnostic, inOrder(head, order, entries)));
            }
        }
        return Optional.empty();
    }

    private record Block(int rank, String text) {}

    private static List<Edit> inOrder(Head head, List<String> order, List<Yaml.Entry> entries) {
        List<Integer> starts = new ArrayList<>();
        for (Yaml.Entry entry : entries) {
            int line = entry.span().line();
            if (entry.span().column() != 1) {
                // Braces around all keys: an author who writes so has reasons.
                return List.of();
            }
            while (head.file().line(line - 1).startsWith("#")) {
                line--;
            }
            starts.add(head.lineStart(line));
        }
        // What stands above the first key, such as a blank line, stays there.
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int end = i + 1 < entries.size() ? starts.get(i + 1) : head.end();
            blocks.add(
                    new Block(
                            order.indexOf(entries.get(i).key()),
                            head.file().text().substring(starts.get(i), end)));
        }
        StringBuilder text = new StringBuilder();
        blocks.stream()
                .sorted(Comparator.comparingInt(Block::rank))
                .forEach(block -> text.append(block.text()));
        return List.of(new Edit(starts.get(0), head.end(), text.toString()));
    }
}

package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.SourceFile;

/**
 * Gives an article another slug, another collection, or both, in the texts of a wiki. What does not
 * name the article stays byte for byte.
 *
 * @param oldSlug its slug so far
 * @param newSlug its slug from now on
 * @param oldCollection the folder it is in
 * @param newCollection the folder it goes to
 */
public record Renaming(String oldSlug, String newSlug, String oldCollection, String newCollection) {

    private static final Set<String> RELATIONS =
            Set.of(
                    FrontMatterKey.RELATED.key(),
                    FrontMatterKey.CONSEQUENCE_OF.key(),
                    FrontMatterKey.TELL_APART.key(),
                    FrontMatterKey.DECIDE.key(),
                    ArticleParser.EXTENDS,
                    ArticleParser.ARTICLES);

    /** Replacements by the offset where they begin; they do not overlap. */
    private static final class Edits {
        private final TreeMap<Integer, Edit> edits = new TreeMap<>();

        void replace(int from, int to, String text) {
            edits.put(from, new Edit(from, to, text));
        }

        String applied(String text) {
            return Edit.applied(text, List.copyOf(edits.values()));
        }
    }

    /** Returns the text of another file, or of a collection's description, after the renaming. */
    public String elsewhere(SourceFile file) {
        Edits edits = new Edits();
        mentions(file, edits);
        if (file.path().endsWith(ArticleParser.COLLECTION_FILE)
                && !oldCollection.equals(newCollection)) {
            order(file, edits);
        }
        return edits.applied(file.text());
    }

    /** Returns the text of the article itself: with its old slug as an alias. */
    public String moved(SourceFile file) {
        Edits edits = new Edits();
        mentions(file, edits);
        if (!oldSlug.equals(newSlug)) {
            aliases(file, edits);
        }
        return edits.applied(file.text());
    }

    private void mentions(SourceFile file, Edits edits) {
        Yaml yaml = new Yaml(file, new ArrayList<>());
        Optional<ArticleParser.Layout> layout = ArticleParser.layout(file, yaml);
        if (layout.isEmpty()) {
            return;
        }
        yaml
                .head(layout.get().headStart(), layout.get().headEnd())
                .orElse(Map.of())
                .values()
                .stream()
                .filter(entry -> RELATIONS.contains(entry.key()))
                .forEach(entry -> scalars(entry.value(), file, yaml, edits));
        links(Markdown.parse(file, layout.get().bodyStart()), file, edits);
    }

    private void scalars(Node node, SourceFile file, Yaml yaml, Edits edits) {
        if (node instanceof ScalarNode scalar && scalar.getValue().equals(oldSlug)) {
            Yaml.Range range = yaml.range(node);
            int at = file.text().indexOf(oldSlug, range.from());
            if (at >= 0 && at + oldSlug.length() <= range.to()) {
                edits.replace(at, at + oldSlug.length(), newSlug);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> scalars(item, file, yaml, edits));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                scalars(tuple.getKeyNode(), file, yaml, edits);
                scalars(tuple.getValueNode(), file, yaml, edits);
            }
        }
    }

    private void links(com.vladsch.flexmark.util.ast.Node node, SourceFile file, Edits edits) {
        if (node instanceof WikiLink link && link.getLink().toString().strip().equals(oldSlug)) {
            replace(link.getLink(), newSlug, edits);
        } else if (node instanceof Link link) {
            String url = link.getUrl().toString();
            int hash = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
            String path = url.substring(0, hash);
            String fragment = url.substring(hash);
            if (path.equals("/errors/" + oldSlug) || path.equals("/errors/" + oldSlug + ".md")) {
                replace(link.getUrl(), path.replace(oldSlug, newSlug) + fragment, edits);
            } else if (path.equals(oldSlug + ".md") || path.endsWith("/" + oldSlug + ".md")) {
                replace(link.getUrl(), relative(file) + fragment, edits);
            }
        }
        node.getChildren().forEach(child -> links(child, file, edits));
    }

    private String relative(SourceFile file) {
        String[] steps = file.path().split("/");
        boolean beside = steps.length > 1 && steps[steps.length - 2].equals(newCollection);
        return (beside ? "" : "../" + newCollection + "/") + newSlug + ".md";
    }

    private static void replace(BasedSequence where, String text, Edits edits) {
        edits.replace(where.getStartOffset(), where.getEndOffset(), text);
    }

    /** Takes the article out of the order of the folder it leaves, and adds it to the other's. */
    private void order(SourceFile file, Edits edits) {
        Yaml yaml = new Yaml(file, new ArrayList<>());
        Optional<Yaml.Entry> articles =
                ArticleParser.layout(file, yaml)
                        .flatMap(layout -> yaml.head(layout.headStart(), layout.headEnd()))
                        .map(entries -> entries.get(ArticleParser.ARTICLES));
        if (articles.isEmpty() || !(articles.get().value() instanceof SequenceNode list)) {
            return;
        }
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        List<String> slugs = new ArrayList<>();
        list.getValue().forEach(item -> slugs.add(((ScalarNode) item).getValue()));
        boolean leaves = folder.endsWith(oldCollection) && slugs.remove(oldSlug);
        boolean joins = folder.endsWith(newCollection) && slugs.add(newSlug);
        if (!leaves && !joins) {
            return;
        }
        Yaml.Range range = yaml.range(list);
        boolean block = file.text().charAt(range.from()) == '-';
        edits.edits.subMap(range.from(), range.to()).clear();
        if (!block) {
            edits.replace(range.from(), range.to(), "[" + String.join(", ", slugs) + "]");
            return;
        }
        int lineStart = file.text().lastIndexOf('\n', range.from()) + 1;
        String indent = file.text().substring(lineStart, range.from());
        StringBuilder lines = new StringBuilder();
        slugs.forEach(slug -> lines.append(indent).append("- ").append(slug).append('\n'));
        int end = file.text().lastIndexOf('\n', range.to() - 1) + 1;
        boolean ownLine = range.to() == end || file.text().substring(end, range.to()).isBlank();
        edits.replace(
                lineStart,
                ownLine ? end : range.to(),
                ownLine ? lines.toString() : lines.toString().stripTrailing());
    }

    /** The old slug becomes an alias; an alias that is the new slug would lead to itself. */
    private void aliases(SourceFile file, Edits edits) {
        Yaml yaml = new Yaml(file, new ArrayList<>());
        Optional<ArticleParser.Layout> layout = ArticleParser.layout(file, yaml);
        if (layout.isEmpty()) {
            return;
        }
        Map<String, Yaml.Entry> entries =
                yaml.head(layout.get().headStart(), layout.get().headEnd()).orElse(Map.of());
        Set<String> aliases = new LinkedHashSet<>();
        Yaml.Entry present = entries.get(FrontMatterKey.ALIASES.key());
        if (present != null) {
            yaml.texts(present.value(), present.key()).forEach(text -> aliases.add(text.value()));
        }
        aliases.add(oldSlug);
        aliases.remove(newSlug);
        String line = FrontMatterKey.ALIASES.key() + ": [" + String.join(", ", aliases) + "]\n";
        if (present != null) {
            int from = file.offset(present.span().line() - 1, 0);
            edits.replace(from, nextKey(file, present.span().line(), layout.get()), line);
        } else {
            int at = layout.get().headEnd();
            for (Yaml.Entry entry : entries.values()) {
                boolean after =
                        FrontMatterKey.keys().indexOf(entry.key())
                                > FrontMatterKey.ALIASES.ordinal();
                if (after) {
                    at = Math.min(at, file.offset(entry.span().line() - 1, 0));
                }
            }
            edits.replace(at, at, line);
        }
    }

    /** Returns the offset of the line after a key and what belongs to it. */
    private static int nextKey(SourceFile file, int line, ArticleParser.Layout layout) {
        int next = line + 1;
        while (file.offset(next - 1, 0) < layout.headEnd()
                && (file.line(next).startsWith(" ")
                        || file.line(next).startsWith("-")
                        || file.line(next).isBlank())) {
            next++;
        }
        return file.offset(next - 1, 0);
    }
}

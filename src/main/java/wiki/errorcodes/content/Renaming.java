package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    private static final List<String> LISTS =
            List.of(
                    FrontMatterKey.RELATED.key(),
                    FrontMatterKey.CONSEQUENCE_OF.key(),
                    ArticleParser.EXTENDS);

    private static final String PAGES = "/errors/";
    private static final String SUFFIX = ".md";

    /** Returns what changes in another file, or in a collection's description. */
    public List<Edit> elsewhere(SourceFile file) {
        List<Edit> edits = new ArrayList<>();
        Head.of(file)
                .ifPresent(
                        head -> {
                            relations(head, edits);
                            if (file.path().endsWith("/" + ArticleParser.COLLECTION_FILE)) {
                                order(head, edits);
                            }
                        });
        String folder = folder(file);
        body(file, url -> named(url, folder), edits);
        return edits;
    }

    /**
     * Returns what changes in the article itself: its old slug becomes an alias, and what it links
     * to is looked for from its new folder.
     */
    public List<Edit> inside(SourceFile file) {
        List<Edit> edits = new ArrayList<>();
        Head.of(file)
                .ifPresent(
                        head -> {
                            relations(head, edits);
                            if (!oldSlug.equals(newSlug)) {
                                aliases(head, edits);
                            }
                        });
        body(file, url -> named(url, newCollection).or(() -> neighbour(url)), edits);
        return edits;
    }

    private static String folder(SourceFile file) {
        String[] steps = file.path().split("/");
        return steps.length < 2 ? "" : steps[steps.length - 2];
    }

    private void relations(Head head, List<Edit> edits) {
        for (String key : LISTS) {
            value(head, key).ifPresent(node -> items(node, head, edits));
        }
        value(head, FrontMatterKey.TELL_APART.key())
                .ifPresent(
                        node -> pairs(node).forEach(pair -> slug(pair.getKeyNode(), head, edits)));
        value(head, FrontMatterKey.DECIDE.key())
                .filter(SequenceNode.class::isInstance)
                .ifPresent(
                        node ->
                                ((SequenceNode) node)
                                        .getValue().stream()
                                                .flatMap(question -> pairs(question).stream())
                                                .filter(pair -> isAnswers(pair.getKeyNode()))
                                                .flatMap(
                                                        pair -> pairs(pair.getValueNode()).stream())
                                                .forEach(
                                                        answer ->
                                                                slug(
                                                                        answer.getValueNode(),
                                                                        head,
                                                                        edits)));
    }

    private static Optional<Node> value(Head head, String key) {
        return Optional.ofNullable(head.entries().get(key)).map(Yaml.Entry::value);
    }

    private static List<NodeTuple> pairs(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static boolean isAnswers(Node key) {
        return key instanceof ScalarNode scalar && scalar.getValue().equals("answers");
    }

    private void items(Node node, Head head, List<Edit> edits) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> slug(item, head, edits));
        } else {
            slug(node, head, edits);
        }
    }

    private void slug(Node node, Head head, List<Edit> edits) {
        replaced(node, oldSlug, newSlug, head).ifPresent(edits::add);
    }

    /** Quotes around the slug stay. */
    private static Optional<Edit> replaced(Node node, String old, String now, Head head) {
        if (!(node instanceof ScalarNode scalar && scalar.getValue().equals(old))) {
            return Optional.empty();
        }
        Yaml.Range range = head.yaml().range(node);
        int at = head.file().text().indexOf(old, range.from());
        return at < 0 || at + old.length() > range.to()
                ? Optional.empty()
                : Optional.of(new Edit(at, at + old.length(), now));
    }

    /** The article keeps its place in its collection; in another one it comes last. */
    private void order(Head head, List<Edit> edits) {
        Optional<Node> articles = value(head, ArticleParser.ARTICLES);
        String folder = folder(head.file());
        SlugList list = SlugList.of(ArticleParser.ARTICLES, head);
        if (articles.isEmpty()) {
            return;
        }
        if (oldCollection.equals(newCollection)) {
            items(articles.get(), head, edits);
        } else if (folder.equals(oldCollection)) {
            list.removing(oldSlug).ifPresent(edits::add);
        } else if (folder.equals(newCollection)) {
            list.adding(List.of(newSlug)).ifPresent(edits::add);
        }
    }

    /** The old slug becomes an alias; an alias that is the new slug would lead to itself. */
    private void aliases(Head head, List<Edit> edits) {
        Optional<Node> aliases = value(head, FrontMatterKey.ALIASES.key());
        List<Node> present =
                aliases.map(
                                node ->
                                        node instanceof SequenceNode list
                                                ? list.getValue()
                                                : List.of(node))
                        .orElse(List.of());
        for (Node alias : present) {
            Optional<Edit> back = replaced(alias, newSlug, oldSlug, head);
            if (back.isPresent()) {
                edits.add(back.get());
                return;
            }
        }
        SlugList.of(FrontMatterKey.ALIASES.key(), head)
                .adding(List.of(oldSlug))
                .ifPresent(edits::add);
    }

    /** Says what the address of a link becomes; empty when it stays. */
    private interface Readdressing {
        Optional<String> of(String url);
    }

    private void body(SourceFile file, Readdressing readdressing, List<Edit> edits) {
        links(Markdown.parse(file, Markdown.bodyStart(file)), readdressing, edits);
    }

    private void links(
            com.vladsch.flexmark.util.ast.Node node, Readdressing readdressing, List<Edit> edits) {
        if (node instanceof WikiLink link && link.getLink().toString().strip().equals(oldSlug)) {
            edits.add(edit(link.getLink(), newSlug));
        } else if (node instanceof Link link) {
            readdressed(link.getUrl(), readdressing, edits);
        } else if (node instanceof com.vladsch.flexmark.ast.Reference definition) {
            readdressed(definition.getUrl(), readdressing, edits);
        }
        node.getChildren().forEach(child -> links(child, readdressing, edits));
    }

    private static void readdressed(
            BasedSequence where, Readdressing readdressing, List<Edit> edits) {
        String url = where.toString();
        int end = 0;
        while (end < url.length() && url.charAt(end) != '#' && url.charAt(end) != '?') {
            end++;
        }
        String rest = url.substring(end);
        readdressing
                .of(url.substring(0, end))
                .ifPresent(path -> edits.add(edit(where, path + rest)));
    }

    private static Edit edit(BasedSequence where, String text) {
        return new Edit(where.getStartOffset(), where.getEndOffset(), text);
    }

    /** The new address of the article itself, for a file in some folder. */
    private Optional<String> named(String path, String folder) {
        if (path.equals(PAGES + oldSlug)) {
            return Optional.of(PAGES + newSlug);
        }
        if (path.equals(PAGES + oldSlug + SUFFIX)) {
            return Optional.of(PAGES + newSlug + SUFFIX);
        }
        String file = oldSlug + SUFFIX;
        return isRelative(path) && (path.equals(file) || path.endsWith("/" + file))
                ? Optional.of(seen(newCollection, newSlug + SUFFIX, folder))
                : Optional.empty();
    }

    /** The address of another file of the wiki, which is farther or nearer now. */
    private Optional<String> neighbour(String path) {
        if (oldCollection.equals(newCollection) || !isRelative(path) || !path.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>(List.of(oldCollection));
        for (String step : path.split("/")) {
            if (!step.equals("..")) {
                steps.add(step);
            } else if (steps.pollLast() == null) {
                return Optional.empty();
            }
        }
        steps.remove(".");
        return steps.size() == 2
                ? Optional.of(seen(steps.getFirst(), steps.getLast(), newCollection))
                : Optional.empty();
    }

    private static boolean isRelative(String path) {
        return !path.startsWith("/") && !path.contains(":") && !path.contains(" ");
    }

    private static String seen(String collection, String file, String folder) {
        return (folder.equals(collection) ? "" : "../" + collection + "/") + file;
    }
}

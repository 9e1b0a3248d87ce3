package wiki.errorcodes.content;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/**
 * Some nodes of a document that are rendered in one go: setting a renderer up takes as long as a
 * paragraph. They stay where they are in the document.
 */
final class Siblings extends Node {

    private final Document document;
    private final List<Node> nodes;

    /**
     * @param nodes at least one, of one document
     */
    Siblings(List<Node> nodes) {
        this.document = nodes.get(0).getDocument();
        this.nodes = List.copyOf(nodes);
    }

    List<Node> nodes() {
        return nodes;
    }

    @Override
    public Document getDocument() {
        return document;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}

package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.autolink.internal.AutolinkNodePostProcessor;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import java.util.ArrayList;
import java.util.List;

/**
 * Addresses in running text are links. flexmark's own extension classifies every node of a document
 * and takes every text apart to see whether an address is in it, which is a third of all parsing;
 * here it is asked only about texts that look like it.
 */
final class BareLinks {

    private BareLinks() {}

    /** Puts links in the place of addresses. */
    static void mark(Document document) {
        List<Text> texts = new ArrayList<>();
        collect(document, texts);
        if (!texts.isEmpty()) {
            AutolinkNodePostProcessor finder = new AutolinkNodePostProcessor(document);
            for (Text text : texts) {
                // The one before may have taken it in.
                if (text.getParent() != null) {
                    finder.process(Nobody.LISTENS, text);
                }
            }
        }
    }

    private static void collect(Node node, List<Text> texts) {
        if (node instanceof Text text && mayHaveLink(PlainText.string(text.getChars()))) {
            texts.add(text);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, texts);
        }
    }

    /** A scheme, {@code www.}, a mail address, or an entity that may stand for one's sign. */
    private static boolean mayHaveLink(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean slashes = c == '/' && i > 0 && text.charAt(i - 1) == '/';
            boolean www = (c == 'w' || c == 'W') && text.regionMatches(true, i, "www.", 0, 4);
            if (c == '@' || c == '&' || c == '\\' || slashes || www) {
                return true;
            }
        }
        return false;
    }

    private enum Nobody implements NodeTracker {
        LISTENS;

        @Override
        public void nodeAdded(Node node) {}

        @Override
        public void nodeAddedWithChildren(Node node) {}

        @Override
        public void nodeAddedWithDescendants(Node node) {}

        @Override
        public void nodeRemoved(Node node) {}

        @Override
        public void nodeRemovedWithChildren(Node node) {}

        @Override
        public void nodeRemovedWithDescendants(Node node) {}
    }
}

package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.autolink.internal.AutolinkNodePostProcessor;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Addresses in running text are links. flexmark's own extension takes every text apart to see
 * whether one is in it, which is a third of all parsing; this one asks it only about texts that
 * look like it.
 */
final class BareLinks implements Parser.ParserExtension {

    @Override
    public void parserOptions(MutableDataHolder options) {
        // There is nothing to choose.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessorFactory(
                new NodePostProcessorFactory(false) {
                    {
                        addNodes(Text.class);
                    }

                    @Override
                    public NodePostProcessor apply(Document document) {
                        return new Finder(document);
                    }
                });
    }

    private static final class Finder extends AutolinkNodePostProcessor {

        Finder(Document document) {
            super(document);
        }

        @Override
        public void process(NodeTracker state, Node node) {
            if (mayHaveLink(node.getChars())) {
                super.process(state, node);
            }
        }

        /** A scheme, {@code www.}, a mail address, or an entity that may stand for one's sign. */
        private static boolean mayHaveLink(BasedSequence text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean slashes = c == '/' && i > 0 && text.charAt(i - 1) == '/';
                boolean www = (c == 'w' || c == 'W') && text.matchCharsIgnoreCase("www.", i);
                if (c == '@' || c == '&' || c == '\\' || slashes || www) {
                    return true;
                }
            }
            return false;
        }
    }
}

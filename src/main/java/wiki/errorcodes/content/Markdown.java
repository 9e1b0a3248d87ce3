package wiki.errorcodes.content;

import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.wikilink.WikiLinkExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Map;
import wiki.errorcodes.source.SourceFile;

/** Every choice about how Markdown is read. Safe to share. */
final class Markdown {

    static final DataHolder OPTIONS =
            new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    new Tables(),
                                    StrikethroughExtension.create(),
                                    WikiLinkExtension.create()))
                    .set(WikiLinkExtension.LINK_FIRST_SYNTAX, true)
                    .set(TablesExtension.COLUMN_SPANS, false)
                    .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                    .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                    .set(Parser.HTML_BLOCK_DEEP_PARSER, false)
                    .toImmutable();

    private static final Parser PARSER = Parser.builder(OPTIONS).build();

    private Markdown() {}

    /** As below, for a text whose pictures do not matter. */
    static Document parse(SourceFile file, int from) {
        return parse(file, from, new Images("", Map.of()));
    }

    /** Parses from an offset to the end of a file; the nodes carry offsets of the whole file. */
    static Document parse(SourceFile file, int from, Images images) {
        Document document = PARSER.parse(BasedSequence.of(file.text()).subSequence(from));
        BareLinks.mark(document);
        document.set(NodeHtml.IMAGES, images);
        return document;
    }

    /** Returns the offset where the front matter ends; 0 when there is none. */
    static int bodyStart(SourceFile file) {
        int head = file.text().startsWith("---") ? file.text().indexOf("\n---", 3) : -1;
        return head < 0 ? 0 : head + "\n---".length();
    }

    static String html(Iterable<? extends Node> nodes) {
        return NodeHtml.of(nodes);
    }
}

package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;
import java.util.List;

/** The text of Markdown nodes without markup: for searching, for terminals, for counting words. */
final class PlainText {

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    static String of(Node node) {
        return of(List.of(node));
    }

    static String of(Iterable<? extends Node> nodes) {
        PlainText text = new PlainText();
        nodes.forEach(text::visit);
        return text.out.toString().strip();
    }

    private void visit(Node node) {
        if (node instanceof Text || node instanceof HtmlEntity) {
            out.append(unescaped(node.getChars()));
        } else if (node instanceof Code code) {
            out.append(code.getText());
        } else if (node instanceof SoftLineBreak) {
            out.append(' ');
        } else if (node instanceof HardLineBreak) {
            out.append('\n');
        } else if (node instanceof FencedCodeBlock diagram
                && diagram.getInfo().startsWith(Diagram.LANGUAGE)) {
            newLine();
            out.append(diagram.getInfo().toString().substring(Diagram.LANGUAGE.length()).strip());
            newLine();
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            newLine();
            out.append(((Block) node).getContentChars().normalizeEOL());
            newLine();
        } else if (node instanceof WikiLink link) {
            out.append(link.getText().isBlank() ? link.getLink() : link.getText());
        } else if (node instanceof AutoLink link) {
            out.append(link.getText());
        } else {
            boolean breaks = node instanceof Block && !(node instanceof TableCell);
            if (node instanceof ListItem && !out.isEmpty()) {
                newLine();
            }
            for (Node child : node.getChildren()) {
                visit(child);
                if (child instanceof TableCell) {
                    out.append(' ');
                }
            }
            if (breaks) {
                newLine();
            }
        }
    }

    /** Returns a text with the signs that its backslashes and entities stand for. */
    static String unescaped(BasedSequence text) {
        String plain = string(text);
        return plain.indexOf('\\') < 0 && plain.indexOf('&') < 0 ? plain : text.unescape();
    }

    /** Returns a stretch of a file in one piece; flexmark copies it character by character. */
    static String string(BasedSequence text) {
        return text instanceof SubSequence part
                ? part.getBase().subSequence(part.getStartOffset(), part.getEndOffset()).toString()
                : text.toString();
    }

    private void newLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}

package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Slug;

/**
 * Markdown nodes as HTML, and how our articles differ from plain Markdown: links between articles,
 * alerts, diagrams, headings with anchors. flexmark has a renderer of its own, which is made to be
 * extended and sets itself up anew for every list item; that took more time than all parsing. For
 * one use.
 */
final class NodeHtml {

    /** The pictures of the document's article. */
    static final DataKey<Images> IMAGES = new DataKey<>("IMAGES", new Images("", Map.of()));

    private static final ListOptions LISTS = ListOptions.get(Markdown.OPTIONS);

    private final StringBuilder out = new StringBuilder();

    private NodeHtml() {}

    static String of(Iterable<? extends Node> nodes) {
        NodeHtml html = new NodeHtml();
        nodes.forEach(html::render);
        return html.out.toString().strip();
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            render(child);
        }
    }

    private void render(Node node) {
        if (!inline(node) && !link(node) && !block(node) && !table(node)) {
            children(node);
        }
    }

    private boolean inline(Node node) {
        if (node instanceof Text || node instanceof HtmlEntity) {
            text(PlainText.unescaped(node.getChars()));
        } else if (node instanceof SoftLineBreak) {
            out.append('\n');
        } else if (node instanceof HardLineBreak) {
            out.append("<br />\n");
        } else if (node instanceof Code code) {
            out.append("<code>");
            text(Escaping.collapseWhitespace(code.getText(), true));
            out.append("</code>");
        } else if (node instanceof StrongEmphasis) {
            within("strong", node);
        } else if (node instanceof Emphasis) {
            within("em", node);
        } else if (node instanceof Strikethrough) {
            within("del", node);
        } else if (node instanceof HtmlInlineBase) {
            text(node.getChars().normalizeEOL());
        } else {
            return false;
        }
        return true;
    }

    private boolean link(Node node) {
        if (node instanceof Link link) {
            LinkTarget.of(link.getUrl().toString())
                    .ifPresentOrElse(
                            target -> {
                                open(target);
                                children(link);
                                out.append("</a>");
                            },
                            () -> children(link));
        } else if (node instanceof AutoLink link) {
            LinkTarget.of(link.getText().toString())
                    .ifPresentOrElse(
                            target -> {
                                open(target);
                                text(PlainText.string(link.getText()));
                                out.append("</a>");
                            },
                            () -> text(PlainText.string(link.getText())));
        } else if (node instanceof WikiLink link) {
            wikiLink(link);
        } else if (node instanceof MailLink link) {
            text(link.getText().unescape());
        } else if (node instanceof Image image) {
            image(image);
        } else if (node instanceof LinkRef link) {
            reference(link);
        } else if (node instanceof ImageRef image) {
            text(image.isDefined() ? "" : image.getChars().unescape());
        } else {
            return node instanceof Reference;
        }
        return true;
    }

    private boolean block(Node node) {
        if (node instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (node instanceof ListItem) {
            line();
            within("li", node);
            line();
        } else if (node instanceof BulletList) {
            lines("<ul>", node, "</ul>");
        } else if (node instanceof OrderedList list) {
            int start = list.getStartNumber();
            lines(start == 1 ? "<ol>" : "<ol start=\"" + start + "\">", node, "</ol>");
        } else if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof FencedCodeBlock code) {
            code(code);
        } else if (node instanceof IndentedCodeBlock code) {
            line();
            out.append("<pre><code>");
            code(code.getContentChars().trimTailBlankLines().normalizeEndWithEOL());
            out.append("</code></pre>\n");
        } else if (node instanceof BlockQuote quote) {
            quote(quote);
        } else if (node instanceof ThematicBreak) {
            line();
            out.append("<hr />\n");
        } else if (node instanceof HtmlBlockBase) {
            htmlBlock(node);
        } else {
            return false;
        }
        return true;
    }

    private boolean table(Node node) {
        if (node instanceof TableCell cell) {
            String tag = cell.isHeader() ? "th" : "td";
            out.append('<').append(tag);
            TableCell.Alignment alignment = cell.getAlignment();
            if (alignment != null) {
                out.append(" align=\"")
                        .append(alignment.name().toLowerCase(Locale.ROOT))
                        .append('"');
            }
            out.append('>');
            children(cell);
            out.append("</").append(tag).append('>');
        } else if (node instanceof TableRow) {
            line();
            within("tr", node);
            line();
        } else if (node instanceof TableHead) {
            line();
            within("thead", node);
            line();
        } else if (node instanceof TableBody) {
            line();
            within("tbody", node);
            line();
        } else if (node instanceof TableCaption) {
            line();
            within("caption", node);
            line();
        } else if (node instanceof TableBlock) {
            line();
            out.append("<div class=\"table\" tabindex=\"0\">\n");
            lines("<table>", node, "</table>");
            out.append("</div>\n");
        } else {
            return node instanceof TableSeparator;
        }
        return true;
    }

    private void within(String tag, Node node) {
        out.append('<').append(tag).append('>');
        children(node);
        out.append("</").append(tag).append('>');
    }

    /** A node between two tags, each of which has a line of its own. */
    private void lines(String open, Node node, String close) {
        line();
        out.append(open).append('\n');
        children(node);
        line();
        out.append(close).append('\n');
    }

    private void wikiLink(WikiLink node) {
        String slug = node.getLink().toString().strip();
        open(new LinkTarget("/errors/" + slug, Optional.of(slug), false));
        if (node.getText().isBlank()) {
            out.append(LinkTitles.mark(Filling.escaped(slug)));
        } else {
            text(PlainText.string(node.getText()));
        }
        out.append("</a>");
    }

    private void open(LinkTarget target) {
        out.append("<a href=\"")
                .append(Filling.escaped(target.href()))
                .append('"')
                .append(target.external() ? " rel=\"noopener\" class=\"external\"" : "")
                .append('>');
    }

    /** Addresses that stand elsewhere are not followed: the text of the link is what is left. */
    private void reference(LinkRef node) {
        if (node.isDefined()) {
            children(node);
        } else if (node.hasChildren()) {
            text(node.getChars().prefixOf(node.getChildChars()).unescape());
            children(node);
            text(node.getChars().suffixOf(node.getChildChars()).unescape());
        } else {
            text(node.getChars().unescape());
        }
    }

    private void image(Image node) {
        Optional<wiki.errorcodes.content.Image> image =
                IMAGES.get(node.getDocument()).at(node.getUrl().toString());
        String alternative = Filling.escaped(node.getText().toString());
        out.append(
                image.map(
                                found ->
                                        "<img src=\""
                                                + Filling.escaped(found.url())
                                                + "\" width=\""
                                                + found.width()
                                                + "\" height=\""
                                                + found.height()
                                                + "\" alt=\""
                                                + alternative
                                                + "\" loading=\"lazy\" decoding=\"async\">")
                        .orElse(alternative));
    }

    private void paragraph(Paragraph node) {
        if (node.getFirstChild() instanceof Image image && image.getNext() == null) {
            figure(image);
        } else if (node.getParent() instanceof ParagraphItemContainer item
                && item.isParagraphWrappingDisabled(node, LISTS, Markdown.OPTIONS)) {
            children(node);
        } else if (node.hasChildren()) {
            line();
            within("p", node);
            line();
        }
    }

    /** A picture that stands alone is a figure; its title is the caption. */
    private void figure(Image image) {
        line();
        out.append("<figure class=\"picture\">");
        image(image);
        if (image.getTitle().isNotNull() && !image.getTitle().isBlank()) {
            out.append("<figcaption>")
                    .append(Filling.escaped(image.getTitle().toString()))
                    .append("</figcaption>");
        }
        out.append("</figure>\n");
    }

    private void heading(Heading node) {
        int level = Math.max(2, node.getLevel());
        line();
        out.append("<h").append(level).append(" id=\"");
        out.append(Slug.of(PlainText.of(node))).append("\">");
        children(node);
        out.append("</h").append(level).append(">\n");
    }

    private void quote(BlockQuote node) {
        Optional<Alert> alert = Alert.of(node);
        if (alert.isEmpty()) {
            lines("<blockquote>", node, "</blockquote>");
            return;
        }
        String open =
                "<div class=\"alert alert-"
                        + alert.get().id()
                        + "\" role=\"note\"><p class=\"alert-title\">"
                        + alert.get().title()
                        + "</p>";
        alert.get().unmark(node);
        lines(open, node, "</div>");
    }

    private void code(FencedCodeBlock node) {
        String info = node.getInfo().toString().strip();
        String language = info.split("\\s", 2)[0];
        line();
        if (language.equals(Diagram.LANGUAGE)) {
            Optional<String> figure =
                    Diagram.figure(
                            node.getContentChars().normalizeEOL(),
                            info.substring(language.length()).strip());
            if (figure.isPresent()) {
                out.append(figure.get()).append('\n');
                return;
            }
        }
        out.append("<pre tabindex=\"0\"><code");
        if (!language.isEmpty()) {
            out.append(" class=\"language-").append(Filling.escaped(language)).append('"');
        }
        out.append('>');
        code(node.getContentChars().normalizeEOL());
        out.append("</code></pre>\n");
    }

    /** Raw HTML is shown, not obeyed. */
    private void htmlBlock(Node node) {
        if (!(node instanceof HtmlBlock block)) {
            text(node.getChars().normalizeEOL());
        } else if (block.hasChildren()) {
            line();
            children(block);
            line();
        } else {
            line();
            out.append("<p>");
            text(block.getContentChars().trimEOL().normalizeEOL());
            out.append("</p>\n");
        }
    }

    /** Goes to the start of a line. */
    private void line() {
        if (!isAtStart()) {
            out.append('\n');
        }
    }

    private boolean isAtStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    /** Appends running text, in which spaces at the start of a line mean nothing. */
    private void text(String text) {
        int from = 0;
        for (int end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', from) + 1) {
            line(text, from, end);
            from = end;
        }
        line(text, from, text.length());
    }

    private void line(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == ' ' && isAtStart()) {
            start++;
        }
        escape(text, start, to);
    }

    /** Appends text in which every space counts. */
    private void code(String text) {
        escape(text, 0, text.length());
    }

    private void escape(String text, int from, int to) {
        int done = from;
        for (int i = from; i < to; i++) {
            String entity =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        default -> "";
                    };
            if (!entity.isEmpty()) {
                out.append(text, done, i).append(entity);
                done = i + 1;
            }
        }
        out.append(text, done, to);
    }
}

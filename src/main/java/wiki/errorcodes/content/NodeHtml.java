package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Slug;

/**
 * How our articles differ from plain Markdown: links between articles, alerts, diagrams, headings
 * with anchors.
 */
final class NodeHtml implements NodeRenderer {

    /** The pictures of the document's article. */
    static final DataKey<Images> IMAGES = new DataKey<>("IMAGES", new Images("", Map.of()));

    NodeHtml(DataHolder options) {}

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Siblings.class, NodeHtml::siblings),
                new NodeRenderingHandler<>(Link.class, NodeHtml::link),
                new NodeRenderingHandler<>(AutoLink.class, NodeHtml::autoLink),
                new NodeRenderingHandler<>(WikiLink.class, NodeHtml::wikiLink),
                new NodeRenderingHandler<>(Image.class, NodeHtml::image),
                new NodeRenderingHandler<>(Paragraph.class, NodeHtml::paragraph),
                new NodeRenderingHandler<>(Heading.class, NodeHtml::heading),
                new NodeRenderingHandler<>(BlockQuote.class, NodeHtml::quote),
                new NodeRenderingHandler<>(FencedCodeBlock.class, NodeHtml::code),
                new NodeRenderingHandler<>(TableBlock.class, NodeHtml::table));
    }

    private static void siblings(Siblings node, NodeRendererContext context, HtmlWriter html) {
        node.nodes().forEach(context::render);
    }

    private static void link(Link node, NodeRendererContext context, HtmlWriter html) {
        Optional<LinkTarget> target = LinkTarget.of(node.getUrl().toString());
        if (target.isEmpty()) {
            context.renderChildren(node);
            return;
        }
        open(target.get(), html);
        context.renderChildren(node);
        html.raw("</a>");
    }

    private static void autoLink(AutoLink node, NodeRendererContext context, HtmlWriter html) {
        LinkTarget.of(node.getText().toString())
                .ifPresentOrElse(
                        target -> {
                            open(target, html);
                            html.text(node.getText());
                            html.raw("</a>");
                        },
                        () -> html.text(node.getText()));
    }

    private static void wikiLink(WikiLink node, NodeRendererContext context, HtmlWriter html) {
        String slug = node.getLink().toString().strip();
        open(new LinkTarget("/errors/" + slug, Optional.of(slug), false), html);
        if (node.getText().isBlank()) {
            html.raw(LinkTitles.mark(Filling.escaped(slug)));
        } else {
            html.text(node.getText().toString());
        }
        html.raw("</a>");
    }

    private static void open(LinkTarget target, HtmlWriter html) {
        html.raw(
                "<a href=\""
                        + Filling.escaped(target.href())
                        + "\""
                        + (target.external() ? " rel=\"noopener\" class=\"external\"" : "")
                        + ">");
    }

    private static void image(Image node, NodeRendererContext context, HtmlWriter html) {
        Optional<wiki.errorcodes.content.Image> image =
                IMAGES.get(context.getDocument()).at(node.getUrl().toString());
        String alternative = Filling.escaped(node.getText().toString());
        html.raw(
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

    /** A picture that stands alone is a figure; its title is the caption. */
    private static void paragraph(Paragraph node, NodeRendererContext context, HtmlWriter html) {
        if (!(node.getFirstChild() instanceof Image image) || image.getNext() != null) {
            context.delegateRender();
            return;
        }
        html.line().raw("<figure class=\"picture\">");
        context.render(image);
        if (image.getTitle().isNotNull() && !image.getTitle().isBlank()) {
            html.raw(
                    "<figcaption>"
                            + Filling.escaped(image.getTitle().toString())
                            + "</figcaption>");
        }
        html.raw("</figure>").line();
    }

    private static void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
        String tag = "h" + Math.max(2, node.getLevel());
        html.line().raw("<" + tag + " id=\"" + Slug.of(PlainText.of(node)) + "\">");
        context.renderChildren(node);
        html.raw("</" + tag + ">").line();
    }

    private static void quote(BlockQuote node, NodeRendererContext context, HtmlWriter html) {
        Optional<Alert> alert = Alert.of(node);
        if (alert.isEmpty()) {
            html.line().raw("<blockquote>").line();
            context.renderChildren(node);
            html.line().raw("</blockquote>").line();
            return;
        }
        String name = alert.get().id();
        html.line()
                .raw(
                        "<div class=\"alert alert-"
                                + name
                                + "\" role=\"note\"><p class=\"alert-title\">"
                                + alert.get().title()
                                + "</p>")
                .line();
        alert.get().unmark(node);
        context.renderChildren(node);
        html.line().raw("</div>").line();
    }

    private static void code(FencedCodeBlock node, NodeRendererContext context, HtmlWriter html) {
        String info = node.getInfo().toString().strip();
        String language = info.split("\\s", 2)[0];
        if (language.equals(Diagram.LANGUAGE)) {
            Optional<String> figure =
                    Diagram.figure(
                            node.getContentChars().normalizeEOL(),
                            info.substring(language.length()).strip());
            if (figure.isPresent()) {
                html.line().raw(figure.get()).line();
                return;
            }
        }
        html.line()
                .raw(
                        language.isEmpty()
                                ? "<pre tabindex=\"0\"><code>"
                                : "<pre tabindex=\"0\"><code class=\"language-"
                                        + Filling.escaped(language)
                                        + "\">");
        html.openPre();
        html.text(node.getContentChars().normalizeEOL());
        html.closePre();
        html.raw("</code></pre>").line();
    }

    private static void table(TableBlock node, NodeRendererContext context, HtmlWriter html) {
        html.line().raw("<div class=\"table\" tabindex=\"0\">").line();
        context.delegateRender();
        html.line().raw("</div>").line();
    }
}

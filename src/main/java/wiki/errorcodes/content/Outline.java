package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.source.SourceFile;

/**
 * The headings and links of a file, in order.
 *
 * @param headings of every level
 * @param links that lead somewhere
 */
public record Outline(List<Heading> headings, List<Link> links) {

    public Outline {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
    }

    /**
     * A heading.
     *
     * @param level from 1 to 6
     * @param text without markup
     * @param from offset of its first character in the file
     * @param to offset after its last one
     */
    public record Heading(int level, String text, int from, int to) {}

    /**
     * A link.
     *
     * @param url as written; the slug of {@code [[slug]]}
     * @param href the address on the page
     * @param from offset of the address in the file
     * @param to offset after it
     */
    public record Link(String url, String href, int from, int to) {}

    /** Reads the text below the front matter. */
    public static Outline of(SourceFile file) {
        List<Heading> headings = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        collect(Markdown.parse(file, Markdown.bodyStart(file)), headings, links);
        return new Outline(headings, links);
    }

    private static void collect(Node node, List<Heading> headings, List<Link> links) {
        if (node instanceof com.vladsch.flexmark.ast.Heading heading) {
            headings.add(
                    new Heading(
                            heading.getLevel(),
                            PlainText.of(heading),
                            heading.getStartOffset(),
                            heading.getEndOffset()));
        } else if (node instanceof WikiLink link) {
            String slug = link.getLink().toString().strip();
            BasedSequence place = link.getLink();
            links.add(
                    new Link(
                            slug, "/errors/" + slug, place.getStartOffset(), place.getEndOffset()));
        } else if (node instanceof com.vladsch.flexmark.ast.Link link) {
            link(link.getUrl(), links);
        } else if (node instanceof AutoLink link) {
            link(link.getText(), links);
        } else if (node instanceof Reference definition) {
            link(definition.getUrl(), links);
        }
        for (Node child : node.getChildren()) {
            collect(child, headings, links);
        }
    }

    private static void link(BasedSequence url, List<Link> links) {
        LinkTarget.of(url.toString())
                .ifPresent(
                        target ->
                                links.add(
                                        new Link(
                                                url.toString(),
                                                target.href(),
                                                url.getStartOffset(),
                                                url.getEndOffset())));
    }
}

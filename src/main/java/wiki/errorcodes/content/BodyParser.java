package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/**
 * Turns the Markdown below the front matter into sections, and reports what is missing or in the
 * wrong place.
 */
final class BodyParser {

    private final SourceFile file;
    private final Images images;
    private final List<Diagnostic> diagnostics;
    private final Set<String> anchors = new HashSet<>();
    private final List<Reference> links = new ArrayList<>();

    /** A level-2 heading and the nodes below it. */
    private record Chunk(SectionKind kind, Heading heading, List<Node> nodes) {}

    BodyParser(SourceFile file, Images images, List<Diagnostic> diagnostics) {
        this.file = file;
        this.images = images;
        this.diagnostics = diagnostics;
    }

    /** Returns the sections of the text from an offset on. */
    List<Section> sections(int from) {
        Node document = Markdown.parse(file, from, images);
        inspect(document);
        List<Chunk> chunks = chunks(document);
        checkOrder(chunks, from);
        List<Section> sections = new ArrayList<>();
        for (Chunk chunk : chunks) {
            sections.add(section(chunk));
        }
        return sections;
    }

    /**
     * Returns the sections of the text from an offset on, none of which has a fixed kind.
     *
     * @param prefix of their anchors
     */
    List<Section> freeSections(int from, String prefix) {
        Node document = Markdown.parse(file, from, images);
        inspect(document);
        List<Section> sections = new ArrayList<>();
        for (Chunk chunk : chunks(document)) {
            String heading = PlainText.of(chunk.heading());
            sections.add(
                    new Section(
                            SectionKind.FREE,
                            heading,
                            anchor(prefix + heading),
                            Markdown.html(chunk.nodes()),
                            PlainText.of(chunk.nodes()),
                            List.of()));
        }
        return sections;
    }

    /** Returns the links met so far. */
    List<Reference> links() {
        return links;
    }

    private void report(Rule rule, Node node, String message, String hint) {
        diagnostics.add(
                new Diagnostic(
                        file.path(),
                        file.span(node.getStartOffset(), node.getEndOffset()),
                        rule,
                        message,
                        hint));
    }

    private List<Chunk> chunks(Node document) {
        List<Chunk> chunks = new ArrayList<>();
        for (Node node : document.getChildren()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                report(
                        Rule.SECTION_ORDER,
                        heading,
                        "a level-1 heading in the text",
                        "the title stands in the front matter; sections are level 2 (##)");
            } else if (node instanceof Heading heading && heading.getLevel() == 2) {
                String text = PlainText.of(heading);
                chunks.add(
                        new Chunk(
                                SectionKind.of(text).orElse(SectionKind.FREE),
                                heading,
                                new ArrayList<>()));
            } else if (chunks.isEmpty()) {
                report(
                        Rule.SECTION_ORDER,
                        node,
                        "text before the first section",
                        "move it below ## Overview");
            } else {
                chunks.get(chunks.size() - 1).nodes().add(node);
            }
        }
        return chunks;
    }

    private void checkOrder(List<Chunk> chunks, int from) {
        for (SectionKind kind : SectionKind.fixed()) {
            if (kind.isRequired() && chunks.stream().noneMatch(chunk -> chunk.kind() == kind)) {
                List<String> free =
                        chunks.stream()
                                .filter(chunk -> chunk.kind() == SectionKind.FREE)
                                .map(chunk -> PlainText.of(chunk.heading()))
                                .toList();
                String hint =
                        Suggestion.nearest(kind.heading(), free)
                                .map(near -> "rename \"## " + near + "\"")
                                .orElse("add \"## " + kind.heading() + "\"");
                Span place =
                        chunks.isEmpty() ? file.span(from, from) : span(chunks.get(0).heading());
                diagnostics.add(
                        new Diagnostic(
                                file.path(),
                                place,
                                Rule.MISSING_SECTION,
                                "no section \"" + kind.heading() + "\"",
                                hint));
            }
        }
        int last = -1;
        Set<SectionKind> seen = new HashSet<>();
        for (Chunk chunk : chunks) {
            SectionKind kind = chunk.kind();
            if (kind != SectionKind.FREE && !seen.add(kind)) {
                report(
                        Rule.SECTION_ORDER,
                        chunk.heading(),
                        "a second section \"" + kind.heading() + "\"",
                        "join the two");
            } else if (kind.ordinal() < last) {
                report(
                        Rule.SECTION_ORDER,
                        chunk.heading(),
                        "\"" + PlainText.of(chunk.heading()) + "\" stands too late",
                        "move it before \""
                                + SectionKind.values()[last].heading()
                                + "\"; free sections come last");
            }
            last = Math.max(last, kind.ordinal());
        }
    }

    private Span span(Node node) {
        return file.span(node.getStartOffset(), node.getEndOffset());
    }

    private Section section(Chunk chunk) {
        String heading = PlainText.of(chunk.heading());
        String anchor = anchor(heading);
        List<Node> nodes = chunk.nodes();
        return switch (chunk.kind().shape()) {
            case QUESTION ->
                    new Section(
                            chunk.kind(),
                            heading,
                            anchor,
                            Markdown.html(nodes),
                            PlainText.of(nodes),
                            question(chunk));
            case BULLETS ->
                    new Section(
                            chunk.kind(),
                            heading,
                            anchor,
                            Markdown.html(nodes),
                            PlainText.of(nodes),
                            items(chunk, BulletList.class, "a bullet list (- …)"));
            case NUMBERS ->
                    new Section(
                            chunk.kind(),
                            heading,
                            anchor,
                            Markdown.html(nodes),
                            PlainText.of(nodes),
                            items(chunk, OrderedList.class, "a numbered list (1. …)"));
            case SUBHEADINGS -> subheadings(chunk, heading, anchor);
            case FREE ->
                    new Section(
                            chunk.kind(),
                            heading,
                            anchor,
                            Markdown.html(nodes),
                            PlainText.of(nodes),
                            List.of());
        };
    }

    private String anchor(String heading) {
        String base = Slug.of(heading).isEmpty() ? "section" : Slug.of(heading);
        String anchor = base;
        for (int i = 2; !anchors.add(anchor); i++) {
            anchor = base + "-" + i;
        }
        return anchor;
    }

    private List<Section.Part> question(Chunk chunk) {
        List<Node> nodes = chunk.nodes();
        boolean bold =
                !nodes.isEmpty()
                        && nodes.get(0) instanceof Paragraph first
                        && first.getFirstChild() instanceof StrongEmphasis
                        && first.getFirstChild() == first.getLastChild();
        if (!bold || nodes.size() < 2) {
            Node place = nodes.isEmpty() ? chunk.heading() : nodes.get(0);
            report(
                    Rule.QUICK_ANSWER,
                    place,
                    bold
                            ? "the quick answer has a question but no answer"
                            : "the quick answer does not start with a bold question",
                    "write **Why …?**, an empty line, then the answer");
            return List.of();
        }
        List<Node> answer = nodes.subList(1, nodes.size());
        return List.of(
                new Section.Part(
                        PlainText.of(nodes.get(0)),
                        "",
                        Markdown.html(answer),
                        PlainText.of(answer)));
    }

    private List<Section.Part> items(Chunk chunk, Class<? extends Node> list, String wanted) {
        List<Section.Part> parts = new ArrayList<>();
        for (Node node : chunk.nodes()) {
            if (list.isInstance(node)) {
                for (Node item : node.getChildren()) {
                    parts.add(
                            new Section.Part(
                                    "",
                                    "",
                                    Markdown.html(item.getChildren()),
                                    PlainText.of(item.getChildren())));
                }
            } else if (node instanceof BulletList || node instanceof OrderedList) {
                report(
                        Rule.SECTION_LIST,
                        node,
                        "\"" + chunk.kind().heading() + "\" has the wrong kind of list",
                        "make it " + wanted);
            }
        }
        if (parts.isEmpty()) {
            report(
                    Rule.SECTION_LIST,
                    chunk.heading(),
                    "\"" + chunk.kind().heading() + "\" has no list",
                    "add " + wanted);
        }
        return parts;
    }

    private Section subheadings(Chunk chunk, String heading, String anchor) {
        List<Node> introduction = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        List<List<Node>> bodies = new ArrayList<>();
        for (Node node : chunk.nodes()) {
            if (node instanceof Heading sub && sub.getLevel() == 3) {
                headings.add(sub);
                bodies.add(new ArrayList<>());
            } else if (bodies.isEmpty()) {
                introduction.add(node);
            } else {
                bodies.get(bodies.size() - 1).add(node);
            }
        }
        if (headings.isEmpty()) {
            report(
                    Rule.SECTION_PARTS,
                    chunk.heading(),
                    "\"" + heading + "\" has no level-3 heading",
                    "start each entry with ### …");
        }
        List<Section.Part> parts = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (bodies.get(i).isEmpty()) {
                report(
                        Rule.SECTION_PARTS,
                        headings.get(i),
                        "nothing stands below this heading",
                        "write the text or remove the heading");
            }
            String title = PlainText.of(headings.get(i));
            parts.add(
                    new Section.Part(
                            title,
                            anchor(title),
                            Markdown.html(bodies.get(i)),
                            PlainText.of(bodies.get(i))));
        }
        return new Section(
                chunk.kind(),
                heading,
                anchor,
                Markdown.html(introduction),
                PlainText.of(chunk.nodes()),
                parts);
    }

    /** Reports raw HTML and links that lead nowhere; keeps the links between articles. */
    void inspect(Node node) {
        if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
            report(
                    Rule.RAW_HTML,
                    node,
                    "raw HTML",
                    "write Markdown, or put it in `backticks` to show it");
        } else if (node instanceof WikiLink link) {
            link(link.getLink().toString().strip(), link);
        } else if (node instanceof Link link) {
            LinkTarget.of(link.getUrl().toString())
                    .ifPresentOrElse(
                            target -> target.slug().ifPresent(slug -> link(slug, link)),
                            () ->
                                    report(
                                            Rule.BROKEN_LINK,
                                            link,
                                            "the link \"" + link.getUrl() + "\" leads nowhere",
                                            "link to https://…, to another article's .md file, or write [[slug]]"));
        } else if (node instanceof Image image) {
            diagnostics.addAll(
                    images.named(
                            file.path(),
                            span(node),
                            image.getUrl().toString(),
                            image.getText().toString()));
        }
        if (node instanceof FencedCodeBlock code && code.getInfo().startsWith(Diagram.LANGUAGE)) {
            diagram(code);
        }
        for (Node child : node.getChildren()) {
            inspect(child);
        }
    }

    private void diagram(FencedCodeBlock code) {
        if (code.getInfo().toString().substring(Diagram.LANGUAGE.length()).isBlank()) {
            report(
                    Rule.DIAGRAM,
                    code,
                    "the diagram has no text alternative",
                    "say what it shows after the word " + Diagram.LANGUAGE);
        }
        Diagram.problem(code.getContentChars().normalizeEOL())
                .ifPresent(
                        problem -> {
                            int offset = code.getContentChars().getStartOffset();
                            for (int line = 0; line < problem.line() && offset >= 0; line++) {
                                offset = file.text().indexOf('\n', offset) + 1;
                            }
                            diagnostics.add(
                                    new Diagnostic(
                                            file.path(),
                                            file.span(offset, offset + 1),
                                            Rule.DIAGRAM,
                                            problem.message(),
                                            "only sequence diagrams without colours and includes are drawn"));
                        });
    }

    private void link(String slug, Node node) {
        links.add(new Reference(Reference.Relation.LINK, slug, "", span(node)));
    }
}

package wiki.errorcodes.article;

import java.util.List;

/**
 * A level-2 section of an article.
 *
 * @param kind which one
 * @param heading as written
 * @param anchor its id in the page
 * @param html the whole body, sanitised; <code>{{name}}</code> marks stand where values go
 * @param text the body without markup, for searching
 * @param parts the answer of a question, the items of a list, the level-3 subsections; empty for
 *     free text
 */
public record Section(
        SectionKind kind,
        String heading,
        String anchor,
        String html,
        String text,
        List<Part> parts) {

    public Section {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of a section.
     *
     * @param heading the question or level-3 heading, as plain text; empty for a list item
     * @param anchor its id in the page; empty for a list item
     * @param html its body, sanitised, with marks as in the section
     * @param text its body without markup; code keeps its line breaks
     */
    public record Part(String heading, String anchor, String html, String text) {}
}

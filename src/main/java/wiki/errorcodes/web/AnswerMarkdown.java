package wiki.errorcodes.web;

import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.site.Sources;

/**
 * A whole answer as Markdown, to paste into a ticket, a chat or a coding agent: each error with its
 * quick answer and its first fix, the reader's values filled in, secrets masked.
 */
final class AnswerMarkdown {

    private static final int LONGEST_QUOTE = 600;

    private final Sources sources;
    private final Address address;
    private final boolean hasSecrets;

    /**
     * @param hasSecrets whether the paste has any; looking for them takes a while
     */
    AnswerMarkdown(Sources sources, Address address, boolean hasSecrets) {
        this.sources = sources;
        this.address = address;
        this.hasSecrets = hasSecrets;
    }

    String of(Explanation explanation) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : explanation.findings()) {
            if (finding.verdict() != Verdict.NONE) {
                finding(finding, out);
            }
        }
        if (!out.isEmpty() && !explanation.unexplained().isEmpty()) {
            out.append("## Not explained\n\n");
            explanation.unexplained().forEach(line -> quote(line.text(), out));
        }
        return out.toString().strip();
    }

    private void finding(Finding finding, StringBuilder out) {
        Hit hit = finding.hits().get(0);
        Filling filling = new Filling(hit.captures(), hit.article());
        out.append("## ").append(hit.article().title()).append("\n\n");
        quote(finding.text(), out);
        if (finding.verdict() == Verdict.LIKELY) {
            out.append("Likely, not certain.");
            finding.hits().stream()
                    .skip(1)
                    .forEach(
                            other ->
                                    out.append(" Or: ")
                                            .append(other.article().title())
                                            .append('.'));
            out.append("\n\n");
        }
        finding.consequenceOf()
                .ifPresent(cause -> out.append("A consequence of the error above.\n\n"));
        out.append("**")
                .append(filling.text(hit.article().quickAnswer().question()))
                .append("** ")
                .append(filling.text(hit.article().quickAnswer().answerText()).strip())
                .append("\n\n");
        sources.firstFix(hit.article())
                .ifPresent(fix -> out.append(filling.text(fix).strip()).append("\n\n"));
        for (Note note : hit.article().notes()) {
            for (Section section : note.sections()) {
                out.append("**From your team: ")
                        .append(section.heading())
                        .append("** ")
                        .append(filling.text(section.text()).strip())
                        .append("\n\n");
            }
        }
        out.append("More: ").append(address.absolute(hit.article().url())).append("\n\n");
    }

    private void quote(String text, StringBuilder out) {
        String masked = hasSecrets ? Secrets.mask(text).text() : text;
        String shown =
                masked.length() > LONGEST_QUOTE
                        ? masked.substring(0, LONGEST_QUOTE) + " …"
                        : masked;
        shown.lines().forEach(line -> out.append("> ").append(line).append('\n'));
        out.append('\n');
    }
}

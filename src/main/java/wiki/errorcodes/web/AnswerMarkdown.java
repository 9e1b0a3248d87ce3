package wiki.errorcodes.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.List;
import wiki.errorcodes.search.Explanation.Unexplained;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;

/**
 * A whole answer as Markdown, to paste into a ticket, a chat or a coding agent: each error with its
 * quick answer and its first fix, the reader's values filled in, secrets masked. Escaped, as it
 * stands in a page.
 */
final class AnswerMarkdown implements Content {

    private static final int LONGEST_QUOTE = 600;
    private static final String BREAK = "\n\n";

    private final SearchPage page;

    AnswerMarkdown(SearchPage page) {
        this.page = page;
    }

    @Override
    public void writeTo(TemplateOutput out) {
        String between = "";
        for (Finding finding : page.explained()) {
            out.writeContent(between);
            finding(finding, out);
            between = BREAK;
        }
        List<Unexplained> unexplained = page.explanation().unexplained();
        if (!unexplained.isEmpty()) {
            out.writeContent(between);
            out.writeContent("## Not explained");
            for (Unexplained line : unexplained) {
                out.writeContent(BREAK);
                quote(line.text(), out);
            }
        }
    }

    /** Returns what stands for the answer of a page of which nothing but its quote is known yet. */
    static Content of(AnswerCard card, Content quote) {
        return out -> {
            title(card, out);
            quote.writeTo(out);
            card.markdown().open().writeTo(out);
        };
    }

    private static void title(AnswerCard card, TemplateOutput out) {
        out.writeContent("## ");
        card.title().writeTo(out);
        out.writeContent(BREAK);
    }

    private void finding(Finding finding, TemplateOutput out) {
        Hit hit = finding.hits().get(0);
        AnswerCard card = page.card(hit.article());
        title(card, out);
        quote(finding, out);
        card.markdown().with(page.filling(hit)).writeTo(out);
    }

    /** Writes what was found, and how certain the answer is. */
    void quote(Finding finding, TemplateOutput out) {
        quote(finding.text(), out);
        out.writeContent(BREAK);
        if (finding.verdict() == Verdict.LIKELY) {
            out.writeContent("Likely, not certain.");
            for (Hit other : finding.hits().subList(1, finding.hits().size())) {
                out.writeContent(" Or: ");
                page.card(other.article()).title().writeTo(out);
                out.writeContent(".");
            }
            out.writeContent(BREAK);
        }
        if (finding.consequenceOf().isPresent()) {
            out.writeContent("A consequence of the error above.");
            out.writeContent(BREAK);
        }
    }

    private void quote(String text, TemplateOutput out) {
        String masked = page.masked().isChanged() ? Secrets.mask(text).text() : text;
        String shown =
                masked.length() > LONGEST_QUOTE
                        ? masked.substring(0, LONGEST_QUOTE) + " …"
                        : masked;
        String quoted =
                shown.indexOf('\n') < 0 && shown.indexOf('\r') < 0
                        ? shown
                        : String.join("\n> ", shown.lines().toList());
        Escape.htmlContent("> ", out);
        Escape.htmlContent(quoted, out);
    }
}

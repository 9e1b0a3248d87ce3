package wiki.errorcodes.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.QuickAnswer;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.site.Site;

/**
 * What answers show of an article, whoever asks: made once, so that only what the reader brought is
 * left to write. Immutable.
 *
 * @param related the articles that it is related to
 * @param decide the questions that find the cause; empty when it has none
 * @param markdown the quick answer, the first fix, the team's notes and where to read on, escaped
 */
public record AnswerCard(
        Content title,
        Content summary,
        Content severity,
        List<Article> related,
        Optional<Content> decide,
        Fragment question,
        Fragment answer,
        Optional<Fix> firstFix,
        Fragment markdown) {

    public AnswerCard {
        related = List.copyOf(related);
    }

    /** A way to mend the error. */
    public record Fix(Fragment heading, Fragment body) {

        static Fix of(Section.Part part) {
            return new Fix(Fragment.fillable(part.heading()), Fragment.fillableHtml(part.html()));
        }
    }

    static AnswerCard of(Article article, Site site, PageRenderer renderer, Address address) {
        QuickAnswer quick = article.quickAnswer();
        return new AnswerCard(
                Fragment.ofText(article.title()),
                Fragment.ofText(article.summary()),
                renderer.part("severity", Map.of("severity", article.head().severity())),
                site.library().follow(article, Relation.RELATED),
                article.head().decisions().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                renderer.part(
                                        "decide",
                                        Map.of("article", article, "library", site.library()))),
                Fragment.fillable(quick.question()),
                Fragment.fillableHtml(quick.answerHtml()),
                article.parts(SectionKind.FIXES).stream().findFirst().map(Fix::of),
                Fragment.fillable(markdown(article, site, address)));
    }

    private static String markdown(Article article, Site site, Address address) {
        QuickAnswer quick = article.quickAnswer();
        StringBuilder out = new StringBuilder();
        out.append("**")
                .append(quick.question())
                .append("** ")
                .append(quick.answerText().strip())
                .append("\n\n");
        site.sources().firstFix(article).ifPresent(fix -> out.append(fix.strip()).append("\n\n"));
        for (Note note : article.notes()) {
            for (Section section : note.sections()) {
                out.append("**From your team: ")
                        .append(section.heading())
                        .append("** ")
                        .append(section.text().strip())
                        .append("\n\n");
            }
        }
        return out.append("More: ").append(address.absolute(article.url())).toString();
    }
}

package wiki.errorcodes.article;

import java.util.List;
import wiki.errorcodes.source.Span;

/**
 * A question whose observable answers lead from a message that says almost nothing to the article
 * that applies.
 *
 * @param ask the question
 * @param answers at least one
 */
public record Decision(String ask, List<Answer> answers) {

    public Decision {
        answers = List.copyOf(answers);
    }

    /**
     * @param text what the reader sees
     * @param target the slug of the article that then applies
     * @param span where it is named
     */
    public record Answer(String text, String target, Span span) {}
}

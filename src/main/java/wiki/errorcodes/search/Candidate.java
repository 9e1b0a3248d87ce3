package wiki.errorcodes.search;

import java.util.Map;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.source.Span;

/**
 * A wording or identifier that was considered for a paste, and what came of it: how an editor sees
 * why a template wins or loses.
 *
 * @param article whose it is
 * @param template the wording or identifier
 * @param place where the article claims it
 * @param line the line of the paste, counted from 1
 * @param outcome how it fared
 * @param letters its fixed letters and digits, by which the more specific one wins
 * @param captures placeholder name → value; empty when it does not fit
 * @param reason why it won or lost, in half a sentence
 */
public record Candidate(
        Article article,
        String template,
        Span place,
        int line,
        Outcome outcome,
        int letters,
        Map<String, String> captures,
        String reason) {

    public Candidate {
        captures = Map.copyOf(captures);
    }

    /** How a candidate fared, best first. */
    public enum Outcome {
        WINS,
        TIES,
        LOSES,
        /** It fits nowhere, but has many of the words. */
        MISSES
    }
}

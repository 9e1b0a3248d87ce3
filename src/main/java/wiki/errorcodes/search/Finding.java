package wiki.errorcodes.search;

import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Library;

/**
 * One distinct error of a paste.
 *
 * @param text the error as pasted, its first occurrence
 * @param line the line of the paste where that starts, counted from 1
 * @param count how often it occurs
 * @param verdict how sure we are
 * @param hits for a match or likely, the articles that answer it, best first, more than one when
 *     the text cannot tell them apart; for none, articles that are near but not the same error
 * @param consequenceOf the slug of another finding's article that explains this one
 * @param recognised for none, what the text is when it is no browser error, as half a sentence
 */
public record Finding(
        String text,
        int line,
        int count,
        Verdict verdict,
        List<Hit> hits,
        Optional<String> consequenceOf,
        Optional<String> recognised) {

    public Finding {
        hits = List.copyOf(hits);
    }

    /** Returns the best hit's slug; empty for a finding of verdict none. */
    public Optional<String> slug() {
        return verdict == Verdict.NONE || hits.isEmpty()
                ? Optional.empty()
                : Optional.of(hits.get(0).article().slug());
    }

    /** Returns the same finding, no surer than likely. */
    Finding doubted() {
        return verdict == Verdict.MATCH
                ? new Finding(
                        text,
                        line,
                        count,
                        Verdict.LIKELY,
                        hits.stream().map(Hit::doubted).toList(),
                        consequenceOf,
                        recognised)
                : this;
    }

    /** Returns the same finding with the articles of a library; empty when none is left. */
    Optional<Finding> in(Library library) {
        List<Hit> known = hits.stream().flatMap(hit -> hit.in(library).stream()).toList();
        return known.isEmpty() && !hits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(text, line, count, verdict, known, consequenceOf, recognised));
    }

    Finding causedBy(String slug) {
        return new Finding(text, line, count, verdict, hits, Optional.of(slug), recognised);
    }
}

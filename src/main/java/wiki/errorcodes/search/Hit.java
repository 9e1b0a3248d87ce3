package wiki.errorcodes.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;

/**
 * One article that answers a text, and why.
 *
 * @param article the article
 * @param evidence by which road it was found
 * @param confidence from 0 to 1; of the hits shown with a value, about that share is right
 * @param captures placeholder name → value from the text, in the order of the message; empty
 *     without a signature
 * @param wording the template that matched, for {@link Evidence#SIGNATURE}
 * @param snippet the part of the paste that matched, or text of the article around the words found
 */
public record Hit(
        Article article,
        Evidence evidence,
        double confidence,
        Map<String, String> captures,
        Optional<Wording> wording,
        Snippet snippet) {

    public Hit {
        captures = Collections.unmodifiableMap(new LinkedHashMap<>(captures));
    }

    /** Returns the same hit with the article of a library; empty when that has none. */
    Optional<Hit> in(Library library) {
        return library.article(article.slug())
                .map(known -> new Hit(known, evidence, confidence, captures, wording, snippet));
    }

    /** Returns the same hit, no surer than a likely one. */
    Hit doubted() {
        return new Hit(
                article,
                evidence,
                Math.min(confidence, Confidence.LIKELY),
                captures,
                wording,
                snippet);
    }
}

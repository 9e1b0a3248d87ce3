package wiki.errorcodes.search;

import java.util.Optional;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.signature.Browser;

/**
 * A search.
 *
 * @param text what the reader typed or pasted; no character in it has a special meaning
 * @param limit the most hits wanted, 1 to 100
 * @param collection only articles of this collection
 * @param browser only articles that this browser prints
 * @param severity only articles as bad as this
 */
public record Query(
        String text,
        int limit,
        Optional<String> collection,
        Optional<Browser> browser,
        Optional<Severity> severity) {

    /** The most hits anyone may ask for. */
    public static final int MAX_LIMIT = 100;

    public Query {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static Query of(String text) {
        return of(text, 10);
    }

    /** As {@link #of(String)}, with another limit. */
    public static Query of(String text, int limit) {
        return new Query(text, limit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the same search for another number of hits. */
    public Query limitedTo(int newLimit) {
        return new Query(text, newLimit, collection, browser, severity);
    }

    /** Tells whether only some articles are wanted. */
    public boolean isNarrowed() {
        return collection.isPresent() || browser.isPresent() || severity.isPresent();
    }
}

package wiki.errorcodes.search;

import java.util.Optional;
import wiki.errorcodes.signature.Browser;

/**
 * A search.
 *
 * @param text what the reader typed or pasted; no character in it has a special meaning
 * @param limit the most hits wanted, 1 to 100
 * @param collection only articles of this collection
 * @param browser only articles that this browser prints
 */
public record Query(
        String text, int limit, Optional<String> collection, Optional<Browser> browser) {

    /** The most hits anyone may ask for. */
    public static final int MAX_LIMIT = 100;

    public Query {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static Query of(String text) {
        return new Query(text, 10, Optional.empty(), Optional.empty());
    }
}

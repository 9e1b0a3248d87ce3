package wiki.errorcodes.search;

import wiki.errorcodes.article.Article;

/**
 * Something a reader may be about to type.
 *
 * @param kind what it is
 * @param text the title, identifier or wording
 * @param article where it leads
 */
public record Completion(Kind kind, String text, Article article) {

    /** What is completed. */
    public enum Kind {
        CODE,
        TITLE,
        MESSAGE
    }

    Completion leadingTo(Article other) {
        return new Completion(kind, text, other);
    }
}

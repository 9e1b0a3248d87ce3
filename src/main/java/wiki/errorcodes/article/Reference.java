package wiki.errorcodes.article;

import java.util.Locale;
import wiki.errorcodes.source.Span;

/**
 * An article's mention of another one.
 *
 * @param relation in which way
 * @param target the slug it names; whether such an article exists is for the checker to say
 * @param note what to look at to decide between the two, for {@link Relation#TELL_APART}; empty
 *     otherwise
 * @param span where
 */
public record Reference(Relation relation, String target, String note, Span span) {

    /** The ways in which an article mentions a slug. */
    public enum Relation {
        RELATED,
        CONSEQUENCE_OF,
        TELL_APART,
        /** An old slug of this very article. */
        ALIAS,
        /** The article that a note adds to. */
        EXTENDS,
        /** A link in the text. */
        LINK;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

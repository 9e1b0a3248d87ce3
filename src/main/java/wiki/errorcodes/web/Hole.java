package wiki.errorcodes.web;

import java.util.Optional;

/**
 * A place in HTML that is kept, for what a reader brought. While a template writes what is to be
 * kept, a mark stands for it.
 */
sealed interface Hole {

    /**
     * Noncharacters, which no text has that is meant for others (Unicode, 23.7); a text that has
     * them all the same loses nothing: what stands between them names no hole.
     */
    char OPEN = '\uFDD0';

    char CLOSE = '\uFDD1';

    /** Stands before the name of a value. */
    char PLAIN = '=';

    char MARKED = '*';

    /** Returns what stands between the two characters of its mark. */
    String code();

    default String mark() {
        return OPEN + code() + CLOSE;
    }

    /** Returns the hole of a code; empty when it is none. */
    static Optional<Hole> of(String code) {
        if (code.length() > 1 && (code.charAt(0) == PLAIN || code.charAt(0) == MARKED)) {
            return Optional.of(new Value(code.substring(1), code.charAt(0) == MARKED));
        }
        for (Slot slot : Slot.values()) {
            if (slot.name().equals(code)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    /**
     * A value of the article.
     *
     * @param name of the placeholder, with its part: {@code url.host}
     * @param isMarked whether it is shown as the reader's or as an example
     */
    record Value(String name, boolean isMarked) implements Hole {

        @Override
        public String code() {
            return (isMarked ? MARKED : PLAIN) + name;
        }
    }

    /** What only the page knows that is to be filled. */
    enum Slot implements Hole {
        /** The query, in the search field. */
        FIELD,
        /** The address of the article, with the reader's values. */
        ADDRESS,
        VERDICT,
        LINE,
        /** The text that was found, with what was captured. */
        FOUND,
        /** The wording that matched. */
        WORDING,
        /** The text that was found, as Markdown. */
        QUOTE,
        /** What else was found. */
        BESIDE,
        PASTE;

        @Override
        public String code() {
            return name();
        }
    }
}

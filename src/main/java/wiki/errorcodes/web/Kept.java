package wiki.errorcodes.web;

import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML that many pages have in common. Immutable.
 *
 * @param html in UTF-8
 * @param part what {@link Gzip#part} made of it; null when that was not made
 */
@SuppressWarnings("ArrayRecordComponent")
record Kept(byte[] html, byte @Nullable [] part) {

    /** Smaller ones hardly shrink, in bytes. */
    private static final int LEAST = 64;

    static Kept of(byte[] html) {
        return new Kept(html, null);
    }

    /** Returns it with its part of a gzip member, if it is worth one. */
    Kept compressed() {
        return html.length < LEAST ? this : new Kept(html, Gzip.SMALLEST.part(html));
    }
}

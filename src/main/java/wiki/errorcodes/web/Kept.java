package wiki.errorcodes.web;

import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML that many pages have in common. Immutable.
 *
 * @param html in UTF-8
 * @param deflated the same as a part of a gzip member; null when that was not made
 */
@SuppressWarnings("ArrayRecordComponent")
record Kept(byte[] html, byte @Nullable [] deflated) {

    /** Smaller ones hardly shrink, in bytes. */
    private static final int LEAST = 64;

    static Kept of(byte[] html) {
        return new Kept(html, null);
    }

    /** Returns it with its part of a gzip member, if it is worth one. */
    Kept compressed() {
        return html.length < LEAST ? this : new Kept(html, Gzip.SMALLEST.part(html));
    }

    /** Returns how many bytes of a gzip member it takes. */
    int sent() {
        return deflated == null ? html.length : deflated.length;
    }
}

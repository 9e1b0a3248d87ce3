package wiki.errorcodes.web;

import java.util.List;
import java.util.Optional;

/**
 * What a response says, in UTF-8: what was made for it, with pieces between that many have in
 * common. Immutable.
 */
final class Body {

    /** How much of a page may be sent at most when it is put together, in hundredths. */
    private static final int LARGEST = 60;

    private static final Pool<GzipJoiner> JOINERS = new Pool<>(GzipJoiner::new);

    private final byte[] own;
    private final List<Piece> pieces;
    private final int length;

    /**
     * A piece that many have in common.
     *
     * @param html in UTF-8
     * @param part what {@link Gzip#part} made of it
     * @param at the number of own bytes before it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(byte[] html, byte[] part, int at) {}

    /**
     * @param own not to be changed any more
     * @param pieces in their order
     */
    Body(byte[] own, List<Piece> pieces) {
        this.own = own;
        this.pieces = pieces;
        int sum = own.length;
        for (Piece piece : pieces) {
            sum += piece.html().length;
        }
        this.length = sum;
    }

    static Body of(byte[] bytes) {
        return new Body(bytes, List.of());
    }

    /** Returns how many bytes it has. */
    int length() {
        return length;
    }

    byte[] bytes() {
        if (pieces.isEmpty()) {
            return own;
        }
        byte[] bytes = new byte[length];
        int size = 0;
        int done = 0;
        for (Piece piece : pieces) {
            System.arraycopy(own, done, bytes, size, piece.at() - done);
            size += piece.at() - done;
            done = piece.at();
            System.arraycopy(piece.html(), 0, bytes, size, piece.html().length);
            size += piece.html().length;
        }
        System.arraycopy(own, done, bytes, size, own.length - done);
        return bytes;
    }

    /**
     * Returns it as a gzip member that is put together of its pieces; empty when that would be too
     * large: so much of it is what was made for it that compressing it as a whole pays.
     */
    Optional<byte[]> gzip() {
        if (pieces.isEmpty() || length > GzipJoiner.MOST) {
            return Optional.empty();
        }
        byte[] gzip = JOINERS.with(this::joined);
        return 100 * gzip.length <= LARGEST * length ? Optional.of(gzip) : Optional.empty();
    }

    private byte[] joined(GzipJoiner joiner) {
        joiner.begin();
        int done = 0;
        for (Piece piece : pieces) {
            joiner.add(own, done, piece.at());
            joiner.add(piece.html(), piece.part());
            done = piece.at();
        }
        joiner.add(own, done, own.length);
        return joiner.finish();
    }
}

package wiki.errorcodes.web;

import java.util.List;

/**
 * What a response says, in UTF-8: what was made for it, with pieces between that many have in
 * common. Immutable.
 */
final class Body {

    /** How much of a page may be sent at most when it is put together, in hundredths. */
    private static final int LARGEST = 60;

    private final byte[] own;
    private final List<Piece> pieces;
    private final int length;

    /**
     * A piece that many have in common.
     *
     * @param at the number of own bytes before it
     */
    record Piece(Kept kept, int at) {}

    /**
     * @param own not to be changed any more
     * @param pieces in their order
     */
    Body(byte[] own, List<Piece> pieces) {
        this.own = own;
        this.pieces = pieces;
        int sum = own.length;
        for (Piece piece : pieces) {
            sum += piece.kept().html().length;
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
            byte[] html = piece.kept().html();
            System.arraycopy(html, 0, bytes, size, html.length);
            size += html.length;
        }
        System.arraycopy(own, done, bytes, size, own.length - done);
        return bytes;
    }

    /** Tells whether it is small enough with nothing but its pieces compressed. */
    boolean isCompressed() {
        return !pieces.isEmpty() && 100 * joined() <= LARGEST * length;
    }

    /** Returns how long its blocks are in a gzip member. */
    private int joined() {
        int size = own.length;
        int end = 0;
        for (Piece piece : pieces) {
            size += piece.kept().sent() + (piece.at() > end ? Gzip.Member.STORED_HEADER : 0);
            end = piece.at();
        }
        return size + (own.length > end ? Gzip.Member.STORED_HEADER : 0);
    }

    /** Returns it as a gzip member in which its own bytes are stored as they are. */
    byte[] gzip() {
        Gzip.Member member = new Gzip.Member(joined());
        int done = 0;
        for (Piece piece : pieces) {
            member.store(own, done, piece.at());
            done = piece.at();
            member.add(piece.kept().html(), piece.kept().deflated());
        }
        member.store(own, done, own.length);
        return member.finish();
    }
}

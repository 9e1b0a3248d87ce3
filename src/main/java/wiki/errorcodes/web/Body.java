package wiki.errorcodes.web;

import java.util.List;

/**
 * What a response says, in UTF-8: what was made for it, with pieces between that many have in
 * common. Immutable.
 */
final class Body {

    /** Of so many bytes one may be sent as it is. */
    private static final int LEAST_COMPRESSED = 4;

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

    /** Tells whether so much of it is compressed already that the rest may stay as it is. */
    boolean isMostlyCompressed() {
        return !pieces.isEmpty() && LEAST_COMPRESSED * own.length <= length;
    }

    /** Returns it as a gzip member in which its own bytes are stored as they are. */
    byte[] gzip() {
        int size = own.length;
        int end = 0;
        for (Piece piece : pieces) {
            size += piece.kept().sent() + (piece.at() > end ? Gzip.Member.STORED_HEADER : 0);
            end = piece.at();
        }
        size += own.length > end ? Gzip.Member.STORED_HEADER : 0;
        Gzip.Member member = new Gzip.Member(size);
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

package wiki.errorcodes.web;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Puts gzip members together of pieces, which were compressed before, and of what stands between
 * them. In that, only what it has in common with itself is left out: a paste, the values and
 * addresses in it stand several times in the page that answers it. All else is a byte for a byte,
 * so that this takes a fifth of the time of a compressor. For one member at a time; not for
 * sharing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951</a>, of which the numbers below
 *     are sections
 */
final class GzipJoiner {

    /** Little-endian, as is what is written: bits are filled in from the lowest on (3.1.1). */
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * What a member may hold at most, in bytes: a repetition may begin as far back as that (2), so
     * that anything in it can be referred to.
     */
    static final int MOST = 32 * 1024;

    /** No repetition is longer (3.2.5), in bytes. */
    private static final int LONGEST = 258;

    /** A shorter one may take more bits than the bytes it replaces. */
    private static final int SHORTEST = Integer.BYTES;

    /** Lengths and distances begin with these, for the codes to begin with 0 (3.2.5). */
    private static final int LEAST_LENGTH = 3;

    private static final int LEAST_DISTANCE = 1;

    // Block headers: whether it is the last, one bit, and its kind, two (3.2.3).
    private static final int HEADER_BITS = 3;
    private static final int STORED = 0;
    private static final int STORED_LAST = 1;
    private static final int FIXED = 2;

    /** What follows the header of a stored block of no bytes: its length, and that inverted. */
    private static final int NO_BYTES = 0xffff0000;

    /** The end of a block: seven bits, all 0 (3.2.6). */
    private static final int END_BITS = 7;

    private static final int DISTANCE_BITS = 5;

    /** For each byte, and then for each code of a length, its bits as {@link #code} packs them. */
    private static final int[] FIXED_CODES = new int[286];

    private static final int FIRST_LENGTH = 257;

    static {
        // 3.2.6: these codes are the same in every block that says that it has them.
        for (int symbol = 0; symbol < FIXED_CODES.length; symbol++) {
            if (symbol < 144) {
                FIXED_CODES[symbol] = code(0x30 + symbol, 8);
            } else if (symbol < 256) {
                FIXED_CODES[symbol] = code(0x190 + symbol - 144, 9);
            } else if (symbol < 280) {
                FIXED_CODES[symbol] = code(symbol - 256, 7);
            } else {
                FIXED_CODES[symbol] = code(0xc0 + symbol - 280, 8);
            }
        }
    }

    private static final int NOT_ASCII = 0x80808080;

    /** Four times the code of the byte 0 (3.2.6). */
    private static final int FIRST_CODES = 0x30303030;

    private static final int PLACES_BITS = 10;

    /** Spreads what begins with the same letters (Knuth's multiplicative hash). */
    private static final int SPREAD = 0x9e3779b1;

    /** What the member holds so far, as far as {@link #end}; as far as {@link #done} in it. */
    private final byte[] text = new byte[MOST];

    private int end;
    private int done;

    /** Where in it four bytes were last seen between the pieces, by their hash. */
    private final int[] places = new int[1 << PLACES_BITS];

    private byte[] out = new byte[MOST];
    private int size;

    /** Bits that do not fill their bytes yet, and how many. */
    private long bits;

    private int count;

    /** Begins a member. */
    void begin() {
        end = 0;
        done = 0;
        Arrays.fill(places, 0);
        size = 0;
        bits = 0;
        count = 0;
        write(Gzip.HEADER);
    }

    private static int code(int code, int length) {
        // Codes are the only things of which the highest bit comes first (3.1.1).
        return Integer.reverse(code) >>> Integer.SIZE - length | length << Short.SIZE;
    }

    /**
     * Adds a piece.
     *
     * @param part what {@link Gzip#part} made of it
     */
    void add(byte[] piece, byte[] part) {
        hold(piece, 0, piece.length);
        write(part);
        done = end;
    }

    /** Adds some bytes of which nothing is known. */
    void add(byte[] bytes, int from, int to) {
        if (from == to) {
            return;
        }
        hold(bytes, from, to);
        // No byte takes more than nine bits.
        ensure((end - done) / 8 * 9 + 32);
        put(FIXED, HEADER_BITS);
        int at = done;
        while (end - at >= SHORTEST) {
            int word = (int) WORD.get(text, at);
            int slot = word * SPREAD >>> Integer.SIZE - PLACES_BITS;
            int before = places[slot];
            places[slot] = at;
            if ((int) WORD.get(text, before) == word && before < at) {
                literals(at);
                repeat(before);
                at = done;
            } else {
                at++;
            }
        }
        literals(end);
        put(0, END_BITS);
        // A part begins on a byte; a stored block does so too (3.2.4).
        put(STORED, HEADER_BITS);
        put(0, -count & Byte.SIZE - 1);
        put(NO_BYTES, Integer.SIZE);
        while (count > 0) {
            out[size++] = (byte) bits;
            bits >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Writes bytes as they are, but for the order of their bits. */
    private void literals(int to) {
        while (to - done >= Integer.BYTES) {
            int word = (int) WORD.get(text, done);
            if ((word & NOT_ASCII) == 0) {
                // Four codes of eight bits.
                put(Integer.reverseBytes(Integer.reverse(word + FIRST_CODES)), Integer.SIZE);
                done += Integer.BYTES;
            } else {
                put(FIXED_CODES[text[done++] & 0xff]);
            }
        }
        while (done < to) {
            put(FIXED_CODES[text[done++] & 0xff]);
        }
    }

    private void repeat(int before) {
        int mismatch = Arrays.mismatch(text, before, before + end - done, text, done, end);
        int left = mismatch < 0 ? end - done : mismatch;
        int distance = done - before;
        while (left >= SHORTEST) {
            int length = Math.min(left, LONGEST);
            length(length);
            distance(distance);
            done += length;
            left -= length;
        }
    }

    private void length(int length) {
        int more = length - LEAST_LENGTH;
        if (length == LONGEST) {
            put(FIXED_CODES[FIXED_CODES.length - 1]);
        } else {
            // From eight on, four codes for each power of two (3.2.5).
            int extra = Math.max(0, log2(more) - 2);
            put(FIXED_CODES[FIRST_LENGTH + 4 * extra + (more >> extra)]);
            put(more & (1 << extra) - 1, extra);
        }
    }

    private void distance(int distance) {
        int farther = distance - LEAST_DISTANCE;
        // From four on, two codes for each power of two (3.2.5).
        int extra = Math.max(0, log2(farther) - 1);
        put(code(2 * extra + (farther >> extra), DISTANCE_BITS));
        put(farther & (1 << extra) - 1, extra);
    }

    private static int log2(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number | 1);
    }

    private void put(int code) {
        put(code & 0xffff, code >> Short.SIZE);
    }

    private void put(int value, int length) {
        bits |= (value & 0xffffffffL) << count;
        count += length;
        if (count >= Integer.SIZE) {
            WORD.set(out, size, (int) bits);
            size += Integer.BYTES;
            bits >>>= Integer.SIZE;
            count -= Integer.SIZE;
        }
    }

    /** Returns it whole. Nothing may be added after that. */
    byte[] finish() {
        CRC32 checksum = new CRC32();
        checksum.update(text, 0, end);
        ensure(1 + Integer.BYTES + Gzip.TRAILER);
        out[size++] = STORED_LAST;
        WORD.set(out, size, NO_BYTES);
        size = Gzip.trailer(checksum, end, out, size + Integer.BYTES);
        return Arrays.copyOf(out, size);
    }

    private void hold(byte[] from, int start, int to) {
        System.arraycopy(from, start, text, end, to - start);
        end += to - start;
    }

    private void write(byte[] from) {
        ensure(from.length);
        System.arraycopy(from, 0, out, size, from.length);
        size += from.length;
    }

    private void ensure(int more) {
        if (more > out.length - size) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
        }
    }
}

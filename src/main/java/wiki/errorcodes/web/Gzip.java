package wiki.errorcodes.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes gzip members (RFC 1952) of texts in memory. A compressor has a quarter of a megabyte of its
 * own, which takes about as long to get ready as a page takes to compress; so compressors are kept,
 * as many as were ever busy at once. Safe to share between threads.
 */
final class Gzip {

    static final Gzip FASTEST = new Gzip(Deflater.BEST_SPEED);
    static final Gzip SMALLEST = new Gzip(Deflater.BEST_COMPRESSION);

    // Magic number, deflate, no flags, no time, no hint, unknown system (RFC 1952, 2.3.1).
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    /** What is left uncompressed has five bytes for each block of a few thousand (RFC 1951). */
    private static final int LARGEST_OVERHEAD = 64;

    private final int level;
    private final Queue<Deflater> idle = new ConcurrentLinkedQueue<>();

    private Gzip(int level) {
        this.level = level;
    }

    byte[] of(byte[] text) {
        return with(deflater -> of(text, deflater));
    }

    private byte[] with(Function<Deflater, byte[]> use) {
        Deflater kept = idle.poll();
        Deflater deflater = kept == null ? new Deflater(level, true) : kept;
        try {
            return use.apply(deflater);
        } finally {
            deflater.reset();
            idle.add(deflater);
        }
    }

    /**
     * Returns a text as a part that may stand anywhere in a {@link Member}: a full flush ends it on
     * a byte, and nothing after it refers to it (zlib's manual, Z_FULL_FLUSH).
     */
    byte[] part(byte[] text) {
        return with(
                deflater -> {
                    byte[] out = new byte[text.length + text.length / 1_000 + LARGEST_OVERHEAD];
                    deflater.setInput(text);
                    int size = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
                    if (size == out.length) {
                        throw new IllegalStateException("compressing made a text longer");
                    }
                    return Arrays.copyOf(out, size);
                });
    }

    /**
     * A gzip member that is put together of parts and of bytes that are stored as they are: no time
     * is spent on compressing. Not for sharing.
     */
    static final class Member {

        private static final int STORED = 0;
        private static final int STORED_LAST = 1;

        /** Two bytes say how long a stored block is (RFC 1951, 3.2.4). */
        private static final int LONGEST_STORED = 0xffff;

        /** How many bytes stand before those that are stored. */
        static final int STORED_HEADER = 5;

        private final CRC32 checksum = new CRC32();
        private byte[] bytes;
        private int size;
        private int length;

        /**
         * @param expected bytes that will come, with their blocks' headers; more may come
         */
        Member(int expected) {
            bytes = new byte[HEADER.length + expected + STORED_HEADER + TRAILER];
            write(HEADER, 0, HEADER.length);
        }

        /** Adds some bytes of a text as they are. */
        void store(byte[] text, int from, int to) {
            for (int done = from; done < to; done += LONGEST_STORED) {
                int count = Math.min(to - done, LONGEST_STORED);
                header(STORED, count);
                write(text, done, count);
            }
            count(text, from, to);
        }

        /**
         * Adds a text.
         *
         * @param part what {@link Gzip#part} made of it, if anything
         */
        void add(byte[] text, byte @Nullable [] part) {
            if (part == null) {
                store(text, 0, text.length);
            } else {
                write(part, 0, part.length);
                count(text, 0, text.length);
            }
        }

        /** Returns it whole. Nothing may be added after that. */
        byte[] finish() {
            header(STORED_LAST, 0);
            ensure(TRAILER);
            size = trailer(checksum, length, bytes, size);
            return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        }

        private void header(int kind, int count) {
            ensure(STORED_HEADER);
            bytes[size++] = (byte) kind;
            bytes[size++] = (byte) count;
            bytes[size++] = (byte) (count >> 8);
            bytes[size++] = (byte) ~count;
            bytes[size++] = (byte) (~count >> 8);
        }

        private void count(byte[] text, int from, int to) {
            checksum.update(text, from, to - from);
            length += to - from;
        }

        private void write(byte[] from, int start, int count) {
            ensure(count);
            System.arraycopy(from, start, bytes, size, count);
            size += count;
        }

        private void ensure(int more) {
            if (more > bytes.length - size) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            }
        }
    }

    /** Returns what {@link #of} was given. */
    static byte[] restored(byte[] compressed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore what was compressed in memory", e);
        }
    }

    private static byte[] of(byte[] text, Deflater deflater) {
        byte[] out = new byte[HEADER.length + text.length / 2 + LARGEST_OVERHEAD + TRAILER];
        System.arraycopy(HEADER, 0, out, 0, HEADER.length);
        int size = HEADER.length;
        deflater.setInput(text);
        deflater.finish();
        while (!deflater.finished()) {
            if (out.length - size <= TRAILER) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            size += deflater.deflate(out, size, out.length - size - TRAILER);
        }
        CRC32 checksum = new CRC32();
        checksum.update(text);
        return Arrays.copyOf(out, trailer(checksum, text.length, out, size));
    }

    /** Writes the end of a member and returns where that ends (RFC 1952, 2.3.1). */
    private static int trailer(CRC32 checksum, int length, byte[] out, int at) {
        ByteBuffer.wrap(out, at, TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(length);
        return at + TRAILER;
    }
}

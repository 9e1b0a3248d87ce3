package wiki.errorcodes.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Makes gzip members (RFC 1952) of texts in memory. A compressor has a quarter of a megabyte of its
 * own, which takes about as long to get ready as a page takes to compress; so compressors are kept,
 * as many as were ever busy at once. Safe to share between threads.
 */
final class Gzip {

    static final Gzip FASTEST = new Gzip(Deflater.BEST_SPEED);
    static final Gzip SMALLEST = new Gzip(Deflater.BEST_COMPRESSION);

    // Magic number, deflate, no flags, no time, no hint, unknown system (RFC 1952, 2.3.1).
    static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    static final int TRAILER = 8;

    /** What is left uncompressed has five bytes for each block of a few thousand (RFC 1951). */
    private static final int LARGEST_OVERHEAD = 64;

    private final Pool<Deflater> deflaters;

    private Gzip(int level) {
        deflaters = new Pool<>(() -> new Deflater(level, true));
    }

    byte[] of(byte[] text) {
        return with(deflater -> of(text, deflater));
    }

    private byte[] with(Function<Deflater, byte[]> use) {
        return deflaters.with(
                deflater -> {
                    try {
                        return use.apply(deflater);
                    } finally {
                        deflater.reset();
                    }
                });
    }

    /**
     * Returns a text as a part that may stand anywhere in a {@link GzipJoiner}: a full flush ends
     * it on a byte, and nothing after it refers to it (zlib's manual, Z_FULL_FLUSH).
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
    static int trailer(CRC32 checksum, int length, byte[] out, int at) {
        ByteBuffer.wrap(out, at, TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(length);
        return at + TRAILER;
    }
}

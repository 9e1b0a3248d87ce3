package wiki.errorcodes.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Deflater kept = idle.poll();
        Deflater deflater = kept == null ? new Deflater(level, true) : kept;
        try {
            return of(text, deflater);
        } finally {
            deflater.reset();
            idle.add(deflater);
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
        ByteBuffer.wrap(out, size, TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(text.length);
        return Arrays.copyOf(out, size + TRAILER);
    }
}

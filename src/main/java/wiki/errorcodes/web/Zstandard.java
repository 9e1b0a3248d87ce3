package wiki.errorcodes.web;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.util.Native;
import java.util.Arrays;

/**
 * Makes Zstandard frames (RFC 8878) of texts in memory, with windows far below the 8 MB that
 * browsers take (RFC 9659). To get a compressor ready takes half as long as a page takes to
 * compress; so compressors are kept, as many as were ever busy at once. Safe to share between
 * threads.
 */
final class Zstandard {

    /** Below 1 the matches that are looked for get longer, and fewer. */
    private static final int FASTEST = -1;

    /** Room for nearly every answer, in bytes. */
    private static final int USUAL = 16 * 1024;

    private static final Pool<Compressor> COMPRESSORS = new Pool<>(Compressor::new);

    private Zstandard() {}

    /** Tells whether its native library is there for this machine. */
    static boolean isAvailable() {
        try {
            Native.load();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    static byte[] of(byte[] text) {
        return COMPRESSORS.with(compressor -> compressor.frame(text));
    }

    private static final class Compressor {

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(FASTEST);
        private final byte[] usual = new byte[USUAL];

        byte[] frame(byte[] text) {
            int most = Math.toIntExact(Zstd.compressBound(text.length));
            byte[] out = most <= USUAL ? usual : new byte[most];
            int size = context.compressByteArray(out, 0, out.length, text, 0, text.length);
            return Arrays.copyOf(out, size);
        }
    }
}

package wiki.errorcodes.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The content codings a response comes in, and the choice between them (RFC 9110, 12.5.3). */
enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("");

    private static final boolean BROTLI_WORKS = Brotli4jLoader.isAvailable();
    // 9 of 11: the last two steps cost ten times as long for a few bytes.
    private static final int BROTLI_QUALITY = 9;

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** Returns its name in headers; empty for none. */
    String token() {
        return token;
    }

    /** Returns the best coding that a client accepts; of equally good ones brotli, then gzip. */
    static Encoding accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return IDENTITY;
        }
        double identity = quality(header, "identity", -1);
        Encoding best = IDENTITY;
        double highest = identity < 0 ? 0 : identity;
        for (Encoding encoding : BROTLI_WORKS ? Set.of(BROTLI, GZIP) : Set.of(GZIP)) {
            double quality = quality(header, encoding.token, quality(header, "*", 0));
            if (quality > 0 && (quality > highest || quality == highest && encoding.ordinal() < best.ordinal())) {
                best = encoding;
                highest = quality;
            }
        }
        return best;
    }

    private static double quality(String header, String token, double otherwise) {
        for (String item : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";");
            if (parts[0].strip().equals(token)) {
                return parts.length > 1 ? weight(parts[1].strip()) : 1;
            }
        }
        return otherwise;
    }

    private static double weight(String parameter) {
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    byte[] encode(byte[] bytes) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
                case GZIP -> gzip(bytes);
                case IDENTITY -> bytes;
            };
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compress in memory", e);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}

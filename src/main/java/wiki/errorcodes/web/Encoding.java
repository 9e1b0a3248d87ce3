package wiki.errorcodes.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The content codings a response comes in, and the choice between them (RFC 9110, 12.5.3). */
enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("");

    private static final boolean BROTLI_WORKS = Brotli4jLoader.isAvailable();

    /** What is compressed once and sent often. */
    static final List<Encoding> ALL = BROTLI_WORKS ? List.of(BROTLI, GZIP) : List.of(GZIP);

    /** What may be compressed for one request. */
    static final List<Encoding> FAST = List.of(GZIP);

    // What is accepted of ALL, by header: browsers send a handful, programs some more.
    private static final int MOST_KNOWN = 200;
    private static final Map<String, Encoding> KNOWN = new ConcurrentHashMap<>();

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

    /**
     * Returns the best coding that a client accepts.
     *
     * @param header its Accept-Encoding, if it sent one
     * @param offered what we have, best first; of equally welcome ones the first is taken
     */
    static Encoding accepted(@Nullable String header, List<Encoding> offered) {
        if (header == null || header.isBlank()) {
            return IDENTITY;
        }
        if (offered != ALL) {
            return best(header, offered);
        }
        Encoding before = KNOWN.get(header);
        if (before != null) {
            return before;
        }
        Encoding best = best(header, offered);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(header, best);
        }
        return best;
    }

    private static Encoding best(String header, List<Encoding> offered) {
        Encoding best = IDENTITY;
        double highest = Math.max(0, quality(header, "identity", 0));
        for (Encoding encoding : offered) {
            double quality = quality(header, encoding.token, quality(header, "*", 0));
            if (quality > 0 && (quality > highest || quality == highest && best == IDENTITY)) {
                best = encoding;
                highest = quality;
            }
        }
        return best;
    }

    private static double quality(String header, String token, double otherwise) {
        for (String item : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";", -1);
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
        return switch (this) {
            case BROTLI -> brotli(bytes);
            case GZIP -> Gzip.SMALLEST.of(bytes);
            case IDENTITY -> bytes;
        };
    }

    /** As {@link #encode}, for what is sent once: larger by a fifth, and in a third of the time. */
    byte[] encodeOnce(byte[] bytes) {
        return this == GZIP ? Gzip.FASTEST.of(bytes) : encode(bytes);
    }

    private static byte[] brotli(byte[] bytes) {
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compress in memory", e);
        }
    }
}

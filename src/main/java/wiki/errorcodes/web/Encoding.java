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

    /** What a body comes in, best first. */
    static final List<Encoding> ALL = BROTLI_WORKS ? List.of(BROTLI, GZIP) : List.of(GZIP);

    // What is accepted of ALL, by header: browsers send a handful, programs some more.
    private static final int MOST_KNOWN = 200;
    private static final Map<String, Encoding> KNOWN = new ConcurrentHashMap<>();

    // 9 of 11: the last two steps cost ten times as long for a few bytes.
    private static final int BROTLI_SMALLEST = 9;

    // For different pages in turn, as small as the fastest gzip in less than half of the time.
    private static final int BROTLI_FASTEST = 0;

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
     * @param header its Accept-Encoding, if it sent one; of equally welcome ones our best is taken
     */
    static Encoding accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return IDENTITY;
        }
        Encoding before = KNOWN.get(header);
        if (before != null) {
            return before;
        }
        Encoding best = best(header, ALL);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(header, best);
        }
        return best;
    }

    /** As {@link #accepted}, of some codings, best first. */
    static Encoding best(String header, List<Encoding> offered) {
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
            case BROTLI -> brotli(bytes, BROTLI_SMALLEST);
            case GZIP -> Gzip.SMALLEST.of(bytes);
            case IDENTITY -> bytes;
        };
    }

    /** As {@link #encode}, for what is sent once: larger by a tenth, and many times as fast. */
    byte[] encodeOnce(byte[] bytes) {
        return switch (this) {
            case BROTLI -> brotli(bytes, BROTLI_FASTEST);
            case GZIP -> Gzip.FASTEST.of(bytes);
            case IDENTITY -> bytes;
        };
    }

    private static byte[] brotli(byte[] bytes, int quality) {
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compress in memory", e);
        }
    }
}

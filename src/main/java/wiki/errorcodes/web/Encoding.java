package wiki.errorcodes.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content codings a response comes in, and the choice between them (RFC 9110, 12.5.3). */
enum Encoding {
    ZSTD("zstd"),
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("");

    private static final boolean BROTLI_WORKS = Brotli4jLoader.isAvailable();

    /** What a body comes in that is kept, best first. */
    static final List<Encoding> ALL = BROTLI_WORKS ? List.of(BROTLI, GZIP) : List.of(GZIP);

    private static final Choice KEPT = new Choice(ALL);
    private static final Choice JOINED = new Choice(List.of(GZIP, ZSTD, BROTLI));

    // 9 of 11: the last two steps cost ten times as long for a few bytes.
    private static final int BROTLI_SMALLEST = 9;

    // For different pages in turn, as small as the fastest gzip in less than half of the time; that
    // of Zstandard, larger by a sixth, in less than two thirds of that.
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
     * Returns the best coding that a client accepts for what is kept.
     *
     * @param header its Accept-Encoding, if it sent one; of equally welcome ones our best is taken
     */
    static Encoding accepted(@Nullable String header) {
        return KEPT.of(header);
    }

    /** As {@link #accepted}, for what is sent once. */
    static Encoding acceptedOnce(@Nullable String header) {
        return Once.CHOICE.of(header);
    }

    /** Tells whether a client accepts gzip, and nothing else more gladly. */
    static boolean isGzipWelcome(@Nullable String header) {
        return JOINED.of(header) == GZIP;
    }

    /** What is accepted, by header: browsers send a handful, programs some more. */
    private static final class Choice {

        private static final int MOST_KNOWN = 200;

        private final List<Encoding> offered;
        private final Map<String, Encoding> known = new ConcurrentHashMap<>();

        private Choice(List<Encoding> offered) {
            this.offered = offered;
        }

        Encoding of(@Nullable String header) {
            if (header == null || header.isBlank()) {
                return IDENTITY;
            }
            Encoding before = known.get(header);
            if (before != null) {
                return before;
            }
            Encoding best = best(header, offered);
            if (known.size() < MOST_KNOWN) {
                known.put(header, best);
            }
            return best;
        }
    }

    /**
     * Apart, so that a library is not loaded before the first answer, least of all at the start.
     */
    private static final class Once {

        static final Choice CHOICE =
                new Choice(
                        Stream.concat(
                                        Zstandard.isAvailable() ? Stream.of(ZSTD) : Stream.empty(),
                                        ALL.stream())
                                .toList());
    }

    /** Returns the best of some codings, best first, that a client accepts. */
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

    /** Compresses what is kept, as small as is sensible. */
    byte[] encode(byte[] bytes) {
        return switch (this) {
            case BROTLI -> brotli(bytes, BROTLI_SMALLEST);
            case GZIP -> Gzip.SMALLEST.of(bytes);
            case ZSTD -> Zstandard.of(bytes);
            case IDENTITY -> bytes;
        };
    }

    /** Compresses what is sent once: larger than {@link #encode}, and many times as fast. */
    byte[] encodeOnce(byte[] bytes) {
        return switch (this) {
            case ZSTD -> Zstandard.of(bytes);
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

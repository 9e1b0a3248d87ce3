package wiki.errorcodes.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response that is the same for everybody: its bytes in every coding, made once, and what a cache
 * needs to know. Immutable.
 */
final class Prepared {

    /** A browser keeps it but asks each time whether it is still good. */
    static final String REVALIDATE = "no-cache";

    /** The address has the hash of the content in it: what is there never changes. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final int SMALLEST_COMPRESSED = 200;

    private final String type;
    private final String cacheControl;
    private final Instant modified;
    private final String lastModified;
    private final String hash;
    private final Map<Encoding, byte[]> bodies = new EnumMap<>(Encoding.class);

    private Prepared(String type, String cacheControl, Instant modified, byte[] body) {
        this.type = type;
        this.cacheControl = cacheControl;
        this.modified = modified.truncatedTo(ChronoUnit.SECONDS);
        this.lastModified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(this.modified.atOffset(ZoneOffset.UTC));
        this.hash = hash(body);
        boolean compresses =
                body.length >= SMALLEST_COMPRESSED
                        && (!type.startsWith("image/") || type.startsWith("image/svg"));
        for (Encoding encoding : Encoding.values()) {
            bodies.put(encoding, compresses ? encoding.encode(body) : body);
        }
    }

    static Prepared of(String type, String cacheControl, Instant modified, byte[] body) {
        return new Prepared(type, cacheControl, modified, body);
    }

    static Prepared of(String type, String cacheControl, Instant modified, String body) {
        return of(type, cacheControl, modified, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the first 16 hexadecimal digits of the SHA-256 of some bytes. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String hash() {
        return hash;
    }

    /**
     * Answers a GET or HEAD request, with 304 where the client has it already (RFC 9110, 13.2.2).
     */
    void send(Context context) throws IOException {
        send(context, 200);
    }

    void send(Context context, int status) throws IOException {
        HttpServletResponse response = context.res();
        Encoding encoding = Encoding.accepted(context.header("Accept-Encoding"), Encoding.ALL);
        byte[] body = bodies.getOrDefault(encoding, new byte[0]);
        boolean encoded = body != bodies.get(Encoding.IDENTITY);
        String tag = '"' + hash + (encoded ? "-" + encoding.token() : "") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Last-Modified", lastModified);
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Vary", "Accept-Encoding");
        if (status == 200 && isKnown(context, tag)) {
            response.setStatus(304);
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        if (encoded) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        response.setContentLength(body.length);
        if (!context.req().getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private boolean isKnown(Context context, String tag) {
        String none = context.header("If-None-Match");
        if (none != null) {
            for (String known : none.split(",")) {
                String candidate = known.strip();
                if (candidate.equals("*")
                        || candidate.equals(tag)
                        || candidate.equals("W/" + tag)) {
                    return true;
                }
            }
            return false;
        }
        @Nullable String since = context.header("If-Modified-Since");
        if (since == null) {
            return false;
        }
        try {
            return !modified.isAfter(
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

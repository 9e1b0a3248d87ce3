package wiki.errorcodes.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A response that is the same for everybody: its bytes and header fields, made once for each coding
 * that is asked for. Safe to share between threads.
 */
final class Prepared {

    /** A browser keeps it but asks each time whether it is still good. */
    static final String REVALIDATE = "no-cache";

    /** The address has the hash of the content in it: what is there never changes. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final int SMALLEST_COMPRESSED = 200;

    private final String type;
    private final String cacheControl;
    private final String policy;
    private final Instant modified;
    private final String hash;

    /** In gzip where that is smaller: few ask for it as it is, and it would take most memory. */
    private final ByteBuffer body;

    private final boolean packed;
    private final Map<Encoding, Coded> coded = new ConcurrentHashMap<>();

    /**
     * The response in one coding, as it goes to the network.
     *
     * @param body outside the heap, so that it is sent without another copy
     * @param found the header fields of 200
     * @param known the header fields of 304
     */
    private record Coded(String tag, ByteBuffer body, Fields found, Fields known) {}

    private Prepared(
            String type,
            String cacheControl,
            String policy,
            Instant modified,
            String hash,
            ByteBuffer body,
            boolean packed) {
        this.type = type;
        this.cacheControl = cacheControl;
        this.policy = policy;
        this.modified = modified.truncatedTo(ChronoUnit.SECONDS);
        this.hash = hash;
        this.body = body;
        this.packed = packed;
    }

    static Prepared of(String type, String cacheControl, Instant modified, byte[] body) {
        boolean packed =
                body.length >= SMALLEST_COMPRESSED
                        && (!type.startsWith("image/") || type.startsWith("image/svg"));
        return new Prepared(
                type,
                cacheControl,
                SecurityHeaders.PAGE_POLICY,
                modified,
                hash(body),
                outside(packed ? Encoding.GZIP.encode(body) : body),
                packed);
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

    /** Returns the same response under another content security policy. */
    Prepared under(String otherPolicy) {
        return new Prepared(type, cacheControl, otherPolicy, modified, hash, body, packed);
    }

    /** Makes the response in the codings that browsers accept, so that no reader waits for it. */
    void warm() {
        Encoding.ALL.forEach(this::in);
    }

    /** Tells whether a client can be answered without compressing anything first. */
    boolean isReady(@Nullable String acceptEncoding) {
        return coded.containsKey(Encoding.accepted(acceptEncoding));
    }

    /**
     * Answers a GET or HEAD request, with 304 where the client has it already (RFC 9110, 13.2.2).
     * Blocks only to compress what is not ready.
     */
    void send(Request request, Response response, Callback callback) {
        HttpFields asked = request.getHeaders();
        Coded found = in(Encoding.accepted(asked.get(HttpHeader.ACCEPT_ENCODING)));
        boolean known =
                isKnown(
                        asked.get(HttpHeader.IF_NONE_MATCH),
                        asked.get(HttpHeader.IF_MODIFIED_SINCE),
                        found.tag());
        response.setStatus(known ? 304 : 200);
        response.getHeaders().add((known ? found.known() : found.found()).to(request));
        boolean bare = known || request.getMethod().equals("HEAD");
        response.write(true, bare ? null : found.body().duplicate(), callback);
    }

    /** As {@link #send(Request, Response, Callback)}, where a route found the response. */
    void send(Context context) throws IOException {
        HttpServletResponse response = context.res();
        Coded found = in(Encoding.accepted(context.header("Accept-Encoding")));
        boolean known =
                isKnown(
                        context.header("If-None-Match"),
                        context.header("If-Modified-Since"),
                        found.tag());
        response.setStatus(known ? 304 : 200);
        // The security headers are there already.
        for (HttpField field : (known ? found.known() : found.found()).plain()) {
            response.setHeader(field.getName(), field.getValue());
        }
        if (!known && !context.req().getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes(found.body()));
        }
    }

    private Coded in(Encoding encoding) {
        // Asked for before it is made: computeIfAbsent alone locks even when there is a value.
        Coded made = coded.get(encoding);
        if (made != null) {
            return made;
        }
        return packed && encoding == Encoding.IDENTITY
                ? code(encoding)
                : coded.computeIfAbsent(encoding, this::code);
    }

    private Coded code(Encoding encoding) {
        boolean encoded = packed && encoding != Encoding.IDENTITY;
        ByteBuffer sent =
                !packed || encoding == Encoding.GZIP
                        ? body
                        : outside(encoding.encode(Gzip.restored(bytes(body))));
        String tag = '"' + hash + (encoded ? "-" + encoding.token() : "") + '"';
        List<HttpField> known = new ArrayList<>();
        known.add(Fields.shared("Content-Security-Policy", policy));
        known.add(Fields.field("ETag", tag));
        known.add(
                Fields.field(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                modified.atOffset(ZoneOffset.UTC))));
        known.add(Fields.shared("Cache-Control", cacheControl));
        known.add(Fields.shared("Vary", "Accept-Encoding"));
        List<HttpField> found = new ArrayList<>(known);
        found.add(Fields.shared("Content-Type", type));
        if (encoded) {
            found.add(Fields.shared("Content-Encoding", encoding.token()));
        }
        found.add(Fields.field("Content-Length", String.valueOf(sent.remaining())));
        return new Coded(tag, sent, Fields.of(found), Fields.of(known));
    }

    /** Returns a copy outside the heap. */
    private static ByteBuffer outside(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private boolean isKnown(@Nullable String none, @Nullable String since, String tag) {
        if (none != null) {
            return matches(none, tag);
        }
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

    private static boolean matches(String none, String tag) {
        if (none.equals(tag)) {
            return true;
        }
        for (String known : none.split(",")) {
            String candidate = known.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}

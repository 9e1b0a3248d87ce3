package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what was made for one request, compressed when that is worth it. */
final class Responses {

    static final String HTML = "text/html;charset=utf-8";
    static final String TEXT = "text/plain;charset=utf-8";
    static final String JSON = "application/json;charset=utf-8";
    static final String PROBLEM = "application/problem+json";

    /** What was made for one request is in no cache: it may quote what a reader pasted. */
    static final String UNKEPT = "no-store";

    private static final int SMALLEST_COMPRESSED = 1024;

    /**
     * As many answers are made at once as there are processors, the others in the order they came:
     * more would only take turns on them, so that all came late, and each keeps memory busy while
     * it waits.
     */
    private static final Semaphore TURNS =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private Responses() {}

    /**
     * A body in the coding it is sent in.
     *
     * @param bytes as they go out
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Coded(Encoding encoding, byte[] bytes) {

        static Coded of(Body body, @Nullable String accepted) {
            Optional<byte[]> gzip =
                    Encoding.isGzipWelcome(accepted) ? body.gzip() : Optional.empty();
            return gzip.map(bytes -> new Coded(Encoding.GZIP, bytes))
                    .orElseGet(() -> whole(body, accepted));
        }

        private static Coded whole(Body body, @Nullable String accepted) {
            Encoding encoding =
                    body.length() < SMALLEST_COMPRESSED
                            ? Encoding.IDENTITY
                            : Encoding.acceptedOnce(accepted);
            return new Coded(encoding, encoding.encodeOnce(body.bytes()));
        }
    }

    /**
     * Makes a body when it is this request's turn, and sends it; no cache may keep it. The status
     * is the one that the context has.
     */
    static void send(Context context, String type, Supplier<byte[]> body) {
        sendBody(context, type, () -> Body.of(body.get()));
    }

    /** As {@link #send}. */
    static void sendBody(Context context, String type, Supplier<Body> body) {
        String accepted = context.header("Accept-Encoding");
        TURNS.acquireUninterruptibly();
        Coded coded;
        try {
            coded = Coded.of(body.get(), accepted);
        } finally {
            TURNS.release();
        }
        Encoding encoding = coded.encoding();
        byte[] sent = coded.bytes();
        context.header("Cache-Control", UNKEPT);
        context.header("Vary", "Accept-Encoding");
        if (encoding != Encoding.IDENTITY) {
            context.header("Content-Encoding", encoding.token());
        }
        context.res().setContentType(type);
        context.res().setContentLength(sent.length);
        if (!context.req().getMethod().equals("HEAD")) {
            try {
                context.res().getOutputStream().write(sent);
            } catch (IOException e) {
                throw new UncheckedIOException("the client went away", e);
            }
        }
    }

    /**
     * Sends the reader to the new address of something, for good, with the query of the old one.
     */
    static void moved(Context context, String location) {
        String query = context.queryString();
        redirect(context, 308, query == null ? location : location + "?" + query);
    }

    /** Sends the reader to another address. */
    static void redirect(Context context, int status, String location) {
        context.status(status).header("Location", location);
    }
}

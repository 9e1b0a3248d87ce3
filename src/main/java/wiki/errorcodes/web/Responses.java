package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what was made for one request, compressed when that is worth it. */
final class Responses {

    static final String HTML = "text/html;charset=utf-8";
    static final String TEXT = "text/plain;charset=utf-8";
    static final String JSON = "application/json;charset=utf-8";
    static final String PROBLEM = "application/problem+json";

    private static final int SMALLEST_COMPRESSED = 1024;

    private Responses() {}

    /** Sends a body that no cache may keep, with the status the context has. */
    static void send(Context context, String type, byte[] body) {
        // Gzip only: brotli at a useful level costs more than the answer itself.
        Encoding encoding =
                body.length < SMALLEST_COMPRESSED
                        ? Encoding.IDENTITY
                        : Encoding.accepted(context.header("Accept-Encoding"), Encoding.FAST);
        byte[] sent = encoding.encodeOnce(body);
        context.header("Cache-Control", "no-store");
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

package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;

/** Writes what was made for one request, compressed when that is worth it. */
final class Responses {

    private static final int SMALLEST_COMPRESSED = 1024;

    private Responses() {}

    static void compressed(Context context, String type, byte[] body) throws IOException {
        // Gzip only: brotli at a useful level costs more than the answer itself.
        boolean gzip = body.length >= SMALLEST_COMPRESSED && Encoding.accepted(context.header("Accept-Encoding")) != Encoding.IDENTITY
                && String.valueOf(context.header("Accept-Encoding")).contains("gzip");
        byte[] sent = gzip ? Encoding.GZIP.encode(body) : body;
        context.header("Vary", "Accept-Encoding");
        if (gzip) {
            context.header("Content-Encoding", "gzip");
        }
        context.res().setContentType(type);
        context.res().setContentLength(sent.length);
        if (!context.req().getMethod().equals("HEAD")) {
            context.res().getOutputStream().write(sent);
        }
    }
}

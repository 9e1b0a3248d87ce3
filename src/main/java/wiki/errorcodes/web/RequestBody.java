package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text of a request without ever holding more than the limit. */
final class RequestBody {

    /** The longest paste, in bytes. */
    static final int LARGEST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);
    private static final int LARGEST_DISCARDED = 1024 * 1024;
    private static final int BUFFER = 8 * 1024;

    private RequestBody() {}

    /**
     * Returns the body as text.
     *
     * @param largest the most bytes allowed
     * @throws Problem 413 when it is longer, whether or not it says so beforehand; 400 when it is
     *     no text
     */
    static String text(Context context, int largest) throws IOException {
        if (context.req().getContentLengthLong() > largest) {
            throw tooLarge();
        }
        // Not closed here: what is left in it is discarded once the answer is on its way.
        byte[] bytes = context.req().getInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw tooLarge();
        }
        return decode(bytes);
    }

    /**
     * Reads away what is left of a body after it was refused, up to a bound. A connection that ends
     * with bytes unread is reset, and the client may lose the answer that it has not read yet.
     */
    static void discard(Context context) {
        try {
            context.res().flushBuffer();
            // A client that waits for "100 Continue" has the answer instead and sends nothing.
            if (context.header("Expect") == null) {
                InputStream in = context.req().getInputStream();
                byte[] buffer = new byte[BUFFER];
                int left = LARGEST_DISCARDED;
                while (left > 0) {
                    int read = in.read(buffer, 0, Math.min(left, buffer.length));
                    left = read < 0 ? 0 : left - read;
                }
            }
        } catch (IOException e) {
            // The client has gone; there is nobody left to tell.
            LOG.debug("body not discarded", e);
        }
    }

    static Problem tooLarge() {
        String advice =
                "at most "
                        + LARGEST / 1024
                        + " KiB are read; send the lines around the first error";
        return new Problem(413, "Paste too large", advice);
    }

    static String decode(byte[] bytes) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(400, "Not a text", "the body is not UTF-8 text");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Problem(
                    400, "Not a text", "the body has zero bytes in it, as binary files do");
        }
        return text;
    }
}

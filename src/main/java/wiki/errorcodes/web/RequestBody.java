package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads the text of a request without ever holding more than the limit. */
final class RequestBody {

    /** The longest paste, in bytes. */
    static final int LARGEST = 64 * 1024;

    private RequestBody() {}

    /**
     * Returns the body as text.
     *
     * @param largest the most bytes allowed
     * @throws Problem 413 when it is longer, whether or not it says so beforehand; 400 when it is no text
     */
    static String text(Context context, int largest) throws IOException {
        if (context.req().getContentLengthLong() > largest) {
            throw tooLarge(largest);
        }
        try (InputStream in = context.req().getInputStream()) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw tooLarge(largest);
            }
            return decode(bytes);
        }
    }

    private static Problem tooLarge(int largest) {
        return new Problem(413, "Paste too large", "at most " + largest / 1024 + " KiB are read; send the lines around the first error");
    }

    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(400, "Not a text", "the body is not UTF-8 text");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Problem(400, "Not a text", "the body has zero bytes in it, as binary files do");
        }
        return text;
    }
}

package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a reader or editor pastes on the command line. */
final class Paste {

    private static final int LARGEST = 64 * 1024;

    private Paste() {}

    /**
     * Returns the words of a command line, or what standard input holds when they are {@code -}.
     *
     * @throws UsageException if it is empty or too large
     */
    static String of(List<String> words, InputStream in) throws IOException {
        String paste = words.equals(List.of("-")) ? standardInput(in) : String.join(" ", words);
        if (paste.isBlank()) {
            throw new UsageException(
                    "there is nothing to search for; give a message, or - and a paste on standard input");
        }
        return paste;
    }

    private static String standardInput(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UsageException(
                    "the paste is larger than 64 KiB; keep the lines around the first error");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

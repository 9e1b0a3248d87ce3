package wiki.errorcodes.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture beside an article, ready to be served.
 *
 * @param name the file name
 * @param type what its bytes are, whatever its name says
 * @param width in pixels
 * @param height in pixels
 * @param bytes as served: a drawing is cleaned first
 * @param hash the first 16 hexadecimal digits of the SHA-256 of the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Image(String name, Type type, int width, int height, byte[] bytes, String hash) {

    private static final int HASH_DIGITS = 16;
    private static final int LARGEST_SIDE = 16_384;

    /** What a picture can be. */
    public enum Type {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg", "jpeg"),
        GIF("image/gif", "gif"),
        WEBP("image/webp", "webp"),
        SVG("image/svg+xml", "svg");

        private final String mediaType;
        private final String[] endings;

        Type(String mediaType, String... endings) {
            this.mediaType = mediaType;
            this.endings = endings;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Returns the type that a file name promises. */
        static Optional<Type> named(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(type -> Arrays.asList(type.endings).contains(ending))
                    .findFirst();
        }

        /** Returns the type that the first bytes tell. */
        static Optional<Type> of(byte[] bytes) {
            if (begins(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
                return Optional.of(PNG);
            }
            if (begins(bytes, 0, "\u00FF\u00D8\u00FF")) {
                return Optional.of(JPEG);
            }
            if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
                return Optional.of(GIF);
            }
            if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
                return Optional.of(WEBP);
            }
            String start =
                    new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8);
            return start.contains("<svg") || start.contains("<?xml")
                    ? Optional.of(SVG)
                    : Optional.empty();
        }

        private static boolean begins(byte[] bytes, int at, String start) {
            byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
            return bytes.length >= at + wanted.length
                    && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
        }
    }

    /** Why a picture cannot be shown, as half a sentence, and what to do about it. */
    public static final class UnusableException extends Exception {
        private final String hint;

        UnusableException(String message, String hint) {
            super(message);
            this.hint = hint;
        }

        public String hint() {
            return hint;
        }
    }

    /**
     * Reads a picture.
     *
     * @throws UnusableException if it is none, is not what its name says, or is damaged
     */
    public static Image of(String name, byte[] bytes) throws UnusableException {
        Type type =
                Type.of(bytes)
                        .orElseThrow(
                                () ->
                                        new UnusableException(
                                                "is no picture",
                                                "pictures are PNG, JPEG, GIF, WebP or SVG"));
        if (!Type.named(name).equals(Optional.of(type))) {
            throw new UnusableException(
                    "is a " + type + " file by its content",
                    "give it the ending ." + type.endings[0]);
        }
        if (type == Type.SVG) {
            try {
                Svg svg = Svg.of(bytes);
                return checked(name, type, svg.width(), svg.height(), svg.bytes());
            } catch (Svg.UnreadableException e) {
                throw new UnusableException(
                        "cannot be shown: " + e.getMessage(), "export it again as plain SVG");
            }
        }
        try {
            return type == Type.WEBP ? webp(name, bytes) : decoded(name, type, bytes);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new UnusableException("is damaged", "export it again");
        }
    }

    private static Image checked(String name, Type type, int width, int height, byte[] bytes)
            throws UnusableException {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new UnusableException(
                    "is " + width + " by " + height + " pixels",
                    "show less of the screen; " + LARGEST_SIDE + " a side is the most");
        }
        return new Image(
                name,
                type,
                width,
                height,
                bytes,
                ContentFolder.hash(bytes).substring(0, HASH_DIGITS));
    }

    /** Reads the size from the header; nothing is decoded. */
    private static Image decoded(String name, Type type, byte[] bytes)
            throws IOException, UnusableException {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return checked(name, type, reader.getWidth(0), reader.getHeight(0), bytes);
            } finally {
                reader.dispose();
            }
        }
    }

    /** The size stands in the first chunk (RFC 9649, 2.5 to 2.7). */
    private static Image webp(String name, byte[] bytes) throws UnusableException {
        String chunk = new String(bytes, 12, 4, StandardCharsets.ISO_8859_1);
        return switch (chunk) {
            case "VP8X" ->
                    checked(
                            name,
                            Type.WEBP,
                            1 + little(bytes, 24, 3),
                            1 + little(bytes, 27, 3),
                            bytes);
            case "VP8L" -> {
                int bits = little(bytes, 21, 4);
                yield checked(
                        name, Type.WEBP, 1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF), bytes);
            }
            case "VP8 " ->
                    checked(
                            name,
                            Type.WEBP,
                            little(bytes, 26, 2) & 0x3FFF,
                            little(bytes, 28, 2) & 0x3FFF,
                            bytes);
            default -> throw new UnusableException("is damaged", "export it again");
        };
    }

    private static int little(byte[] bytes, int at, int count) {
        int number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    /** Returns its address, which changes with its bytes. */
    public String url() {
        return "/images/" + hash + "/" + name;
    }
}

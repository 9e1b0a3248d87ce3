package wiki.errorcodes.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of {@code static/}, under addresses that have their hash in them, so that a browser may
 * keep them for ever.
 */
public final class Assets {

    /** The files, as a jar cannot list them; a test compares the list with the folder. */
    static final List<String> NAMES =
            List.of(
                    "app.css",
                    "theme.js",
                    "copy.js",
                    "find.js",
                    "article.js",
                    "paste.js",
                    "codes.js",
                    "offline.js",
                    "watch.js",
                    "sw.js",
                    "favicon.svg",
                    "icon-192.png",
                    "icon-512.png",
                    "apple-touch-icon.png");

    private static final String FOLDER = "/static/";
    private static final Map<String, Prepared> BY_HASHED_NAME = new HashMap<>();
    private static final Map<String, String> URLS = new HashMap<>();

    static {
        for (String name : NAMES) {
            Prepared file = Prepared.of(type(name), Prepared.IMMUTABLE, Instant.EPOCH, read(name));
            int dot = name.lastIndexOf('.');
            String hashed = name.substring(0, dot) + "." + file.hash() + name.substring(dot);
            BY_HASHED_NAME.put(hashed, file);
            URLS.put(name, FOLDER + hashed);
        }
    }

    private Assets() {}

    /**
     * Returns the address of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static String url(String name) {
        String url = URLS.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return url;
    }

    /** Returns the file at an address. */
    static Optional<Prepared> at(String path) {
        return path.startsWith(FOLDER) ? find(path.substring(FOLDER.length())) : Optional.empty();
    }

    static Optional<Prepared> find(String hashedName) {
        return Optional.ofNullable(BY_HASHED_NAME.get(hashedName));
    }

    static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file static/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> throw new IllegalStateException("no media type for " + name);
        };
    }
}

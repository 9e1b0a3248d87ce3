package wiki.errorcodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small but complete articles for tests. */
public final class TestArticles {

    /** The body every complete article has at least. */
    public static final String BODY =
            """

            ## Quick answer

            **Why does it happen?**

            Because of a test.

            ## Overview

            What happened.

            ## Key details

            - A detail.

            ## Common causes

            - **A cause.** Confirm it.

            ## Steps

            1. Do it.
            """;

    private TestArticles() {}

    /** Returns a complete article with further lines of front matter. */
    public static String article(String title, String head) {
        return "---\ntitle: \""
                + title.replace("\"", "\\\"")
                + "\"\nsummary: Says what it is.\n"
                + head
                + "---\n"
                + BODY;
    }

    /** Returns a {@code _collection.md}. */
    public static String collection(String title, int order) {
        return "---\ntitle: \""
                + title.replace("\"", "\\\"")
                + "\"\nsummary: All of them.\norder: "
                + order
                + "\nicon: globe\n---\n\n## How it works\n\nLike this.\n";
    }

    /** Writes a file of a content folder, making its folder. */
    public static void write(Path root, String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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

    /** What a finished article has after that. */
    public static final String FIXES_AND_FAQ =
            """

            ## Fixes

            ### JavaScript

            Write it so:

            ```js
            const answer = await fetch("/");
            ```

            ## FAQ

            ### Is it bad?

            No.

            ### Is it good?

            Yes.
            """;

    private TestArticles() {}

    /** Returns an article that lacks nothing. */
    public static String finished(String title, String messages, String... related) {
        return article(
                        title,
                        messages
                                + "related: ["
                                + String.join(", ", related)
                                + "]\nsources:\n  - title: A test\n    url: https://example.com/\n"
                                + "reviewed: 2026-11-23\n")
                + FIXES_AND_FAQ;
    }

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

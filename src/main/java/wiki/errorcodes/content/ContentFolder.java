package wiki.errorcodes.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of a content folder. Articles lie exactly one folder deep; everything that is not
 * Markdown is left alone.
 */
public final class ContentFolder {

    private static final int ARTICLE_DEPTH = 2;

    private ContentFolder() {}

    /**
     * A Markdown file.
     *
     * @param path relative to the content folder, with slashes
     * @param bytes its content
     * @param hash SHA-256 of the bytes, in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ContentFile(String path, byte[] bytes, String hash) {

        public boolean isCollection() {
            return path.endsWith("/" + ArticleParser.COLLECTION_FILE);
        }
    }

    /**
     * Reads every Markdown file of a folder, sorted by path. Files and folders whose name starts
     * with a dot, and editors' backup files, are passed over.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static List<ContentFile> read(Path root) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                java.util.Set.of(java.nio.file.FileVisitOption.FOLLOW_LINKS),
                ARTICLE_DEPTH,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && name(folder).startsWith(".")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        String name = name(file);
                        boolean inFolder = !root.equals(file.getParent());
                        if (attributes.isRegularFile()
                                && inFolder
                                && name.endsWith(".md")
                                && !name.startsWith(".")) {
                            add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    private void add(Path file) throws IOException {
                        try {
                            byte[] bytes = Files.readAllBytes(file);
                            files.add(
                                    new ContentFile(
                                            root.relativize(file).toString().replace('\\', '/'),
                                            bytes,
                                            hash(bytes)));
                        } catch (NoSuchFileException e) {
                            // Deleted or renamed since the folder was listed.
                            return;
                        }
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException problem)
                            throws IOException {
                        if (problem instanceof NoSuchFileException && !file.equals(root)) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw problem;
                    }
                });
        files.sort(Comparator.comparing(ContentFile::path));
        return files;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().replace("/", "");
    }

    /** Returns the SHA-256 of some bytes, in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

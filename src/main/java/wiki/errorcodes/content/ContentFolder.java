package wiki.errorcodes.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the articles are: the wiki's own, and what a team adds to them. Articles lie exactly one
 * folder deep, the images of one in a folder of its name beside it; everything else is left alone.
 *
 * @param stock the wiki's own articles
 * @param overlay a team's articles and notes; their paths have the folder's name in front, so that
 *     they are never mistaken for the wiki's own
 */
public record ContentFolder(Path stock, Optional<Path> overlay) {

    private static final int ARTICLE_DEPTH = 2;
    private static final String SUFFIX = ".md";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Returns a folder to which nobody adds anything. */
    public static ContentFolder of(Path stock) {
        return new ContentFolder(stock, Optional.empty());
    }

    /**
     * A Markdown file.
     *
     * @param path relative to its content folder, with slashes
     * @param bytes its content
     * @param images the files in the folder of its name beside it, by name
     * @param hash SHA-256 of the bytes and the images, in hexadecimal
     * @param changed when the file was last written
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ContentFile(
            String path,
            byte[] bytes,
            SortedMap<String, byte[]> images,
            String hash,
            Instant changed) {

        /** A file that is nowhere on a disk. */
        public ContentFile(
                String path, byte[] bytes, SortedMap<String, byte[]> images, String hash) {
            this(path, bytes, images, hash, Instant.EPOCH);
        }

        /** A file without images that is nowhere on a disk. */
        public ContentFile(String path, byte[] bytes, String hash) {
            this(path, bytes, new TreeMap<>(), hash);
        }

        /** Returns the same file with other bytes. */
        public ContentFile with(byte[] newBytes) {
            return new ContentFile(path, newBytes, images, hash, changed);
        }

        /** Returns the same file with another text; a byte order mark stays. */
        public ContentFile with(String text) {
            boolean marked = new String(bytes, UTF_8).startsWith(BYTE_ORDER_MARK);
            return with(((marked ? BYTE_ORDER_MARK : "") + text).getBytes(UTF_8));
        }

        public boolean isCollection() {
            return path.endsWith("/" + ArticleParser.COLLECTION_FILE);
        }
    }

    /** Returns the folders to look at. */
    public List<Path> roots() {
        return Stream.concat(Stream.of(stock), overlay.stream()).toList();
    }

    /**
     * Returns the path of every Markdown file, sorted. Files and folders whose name starts with a
     * dot, and editors' backup files, are passed over.
     *
     * @throws IOException if a folder cannot be read
     */
    public List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Path root : roots()) {
            articles(root).forEach(file -> paths.add(path(root, file)));
        }
        paths.sort(Comparator.naturalOrder());
        return paths;
    }

    /**
     * Reads every Markdown file, sorted by path.
     *
     * @throws IOException if a folder or a file in it cannot be read
     */
    public List<ContentFile> read() throws IOException {
        return read(paths());
    }

    /**
     * Reads a file; empty when it is gone.
     *
     * @param path as in {@link ContentFile}
     * @throws IOException if it cannot be read
     */
    public Optional<ContentFile> read(String path) throws IOException {
        return read(path, file(path));
    }

    /**
     * Reads some files; those that are gone are left out.
     *
     * @param paths as in {@link ContentFile}
     * @throws IOException if a file cannot be read
     */
    public List<ContentFile> read(Collection<String> paths) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        for (String path : paths) {
            read(path).ifPresent(files::add);
        }
        return files;
    }

    /** Returns the place of a file on the disk. */
    public Path file(String path) {
        String prefix = overlay.map(ContentFolder::prefix).orElse("");
        return overlay.isPresent() && path.startsWith(prefix)
                ? overlay.get().resolve(path.substring(prefix.length()))
                : stock.resolve(path);
    }

    /**
     * Returns what a file or folder on the disk may be called here; empty for the content folder.
     */
    public List<String> paths(Path named) {
        Path place = named.toAbsolutePath().normalize();
        return roots().stream()
                .filter(root -> place.startsWith(root.toAbsolutePath().normalize()))
                .map(
                        root ->
                                path(
                                        root,
                                        root.resolve(
                                                root.toAbsolutePath()
                                                        .normalize()
                                                        .relativize(place))))
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .toList();
    }

    /** Tells whether a file is one of the wiki's own, and not a team's. */
    public boolean isStock(String path) {
        return file(path).startsWith(stock);
    }

    /**
     * Puts other bytes in the place of a file's. Who reads it meanwhile sees the old ones or the
     * new ones, never a part.
     *
     * @throws IOException if the file or its folder cannot be written
     */
    public void replace(String path, byte[] bytes) throws IOException {
        Path file = file(path).toRealPath();
        Path next = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.copy(
                    file,
                    next,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.write(next, bytes);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /**
     * Returns which files a change on the disk concerns, as paths: an article, a collection's
     * description, or the article that an image lies beside; none for anything else.
     *
     * @return empty when it may concern any file, as a whole folder does
     */
    public Optional<Set<String>> concerned(Path changed) {
        for (Path root : roots()) {
            if (changed.startsWith(root)) {
                Path inside = root.relativize(changed);
                if (isHidden(inside)) {
                    return Optional.of(Set.of());
                }
                if (inside.getNameCount() < ARTICLE_DEPTH) {
                    return Optional.empty();
                }
                String path = path(root, root.resolve(inside.subpath(0, ARTICLE_DEPTH)));
                return Optional.of(Set.of(path.endsWith(SUFFIX) ? path : path + SUFFIX));
            }
        }
        return Optional.empty();
    }

    private String path(Path root, Path file) {
        String inside = root.relativize(file).toString().replace('\\', '/');
        return root == stock ? inside : prefix(root) + inside;
    }

    private static String prefix(Path overlay) {
        return name(overlay.toAbsolutePath().normalize()) + "/";
    }

    private static List<Path> articles(Path root) throws IOException {
        List<Path> articles = new ArrayList<>();
        Files.walkFileTree(
                root,
                Set.of(FileVisitOption.FOLLOW_LINKS),
                ARTICLE_DEPTH,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return isHidden(root.relativize(folder))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && !root.equals(file.getParent())
                                && isArticle(file)) {
                            articles.add(file);
                        }
                        return FileVisitResult.CONTINUE;
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
        return articles;
    }

    private static Optional<ContentFile> read(String path, Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            SortedMap<String, byte[]> images = images(file);
            return Optional.of(
                    new ContentFile(
                            path,
                            bytes,
                            images,
                            hash(bytes, images),
                            Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            // Deleted or renamed since somebody saw it.
            return Optional.empty();
        }
    }

    /** Reads the folder beside an article that has its name, if there is one. */
    private static SortedMap<String, byte[]> images(Path article) throws IOException {
        SortedMap<String, byte[]> images = new TreeMap<>();
        String slug = name(article).substring(0, name(article).length() - SUFFIX.length());
        Path folder = article.resolveSibling(slug);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (!name(file).startsWith(".") && Files.isRegularFile(file)) {
                        images.put(name(file), Files.readAllBytes(file));
                    }
                }
            }
        }
        return images;
    }

    private static String hash(byte[] bytes, SortedMap<String, byte[]> images) {
        if (images.isEmpty()) {
            return hash(bytes);
        }
        StringBuilder all = new StringBuilder(hash(bytes));
        images.forEach((name, image) -> all.append(name).append(' ').append(hash(image)));
        return hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isArticle(Path file) {
        return name(file).endsWith(SUFFIX) && !name(file).startsWith(".");
    }

    private static boolean isHidden(Path inside) {
        for (Path step : inside) {
            if (name(step).startsWith(".")) {
                return true;
            }
        }
        return false;
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

package wiki.errorcodes.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.check.Levels;

/**
 * The folder with the articles: the one that was named, or the copy inside the program, which may
 * be a jar.
 */
final class StockContent implements AutoCloseable {

    private static final String FOLDER = "/content";

    // The end of central directory record and what is read of it (APPNOTE.TXT, 4.3.16).
    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_OFFSET = 16;

    private final Path root;
    private final @Nullable FileSystem jar;

    private StockContent(Path root, @Nullable FileSystem jar) {
        this.root = root;
        this.jar = jar;
    }

    static StockContent open(@Nullable Path named) throws IOException {
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw new UsageException(
                        "there is no content folder "
                                + named.toAbsolutePath()
                                + "; name one with --content DIR");
            }
            return new StockContent(named, null);
        }
        URL stock = StockContent.class.getResource(FOLDER);
        if (stock == null) {
            throw new UsageException(
                    "this program carries no articles; name a content folder with --content DIR");
        }
        try {
            URI uri = stock.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return new StockContent(Path.of(uri), null);
            }
            FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
            return new StockContent(jar.getPath(FOLDER), jar);
        } catch (URISyntaxException e) {
            throw new IOException("the program lies at an odd address: " + stock, e);
        }
    }

    /**
     * Returns what changes with every change of the articles inside the program; empty when they
     * lie in a folder, or bring rules of their own, which is told by looking at them.
     *
     * @throws IOException if the program's jar cannot be read
     */
    static Optional<String> stamp() throws IOException {
        URL stock = StockContent.class.getResource(FOLDER);
        if (stock == null
                || !(stock.openConnection() instanceof JarURLConnection jar)
                || StockContent.class.getResource(FOLDER + '/' + Levels.FILE) != null) {
            return Optional.empty();
        }
        try {
            return stamp(Path.of(jar.getJarFileURL().toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("the program lies at an odd address: " + stock, e);
        }
    }

    /**
     * Returns the checksum of a jar's central directory, which has the checksum of every file: a
     * thousandth of reading them (APPNOTE.TXT of PKWARE, 4.3.12). Empty for a jar with a comment at
     * its end, or one that is too large for it.
     */
    static Optional<String> stamp(Path jar) throws IOException {
        try (FileChannel file = FileChannel.open(jar)) {
            ByteBuffer end = read(file, Math.max(0, file.size() - END), END);
            if (end.remaining() < END || end.getInt(0) != END_SIGNATURE) {
                return Optional.empty();
            }
            int size = end.getInt(DIRECTORY_SIZE);
            long start = Integer.toUnsignedLong(end.getInt(DIRECTORY_OFFSET));
            if (size <= 0 || start + size > file.size()) {
                return Optional.empty();
            }
            CRC32 checksum = new CRC32();
            checksum.update(read(file, start, size));
            return Optional.of(
                    Long.toHexString(checksum.getValue()) + '-' + Long.toHexString(file.size()));
        }
    }

    private static ByteBuffer read(FileChannel file, long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // A read may bring less than it was asked for.
        }
        return buffer.flip();
    }

    Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}

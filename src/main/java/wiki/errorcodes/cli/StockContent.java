package wiki.errorcodes.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the articles: the one that was named, or the copy inside the program, which may
 * be a jar.
 */
final class StockContent implements AutoCloseable {

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
        URL stock = StockContent.class.getResource("/content");
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
            return new StockContent(jar.getPath("/content"), jar);
        } catch (URISyntaxException e) {
            throw new IOException("the program lies at an odd address: " + stock, e);
        }
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

package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** Where the articles and the index are: the options that every command shares. */
final class ContentOptions {

    private static final Path USUAL_OVERLAY = Path.of("content-local");

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description =
                    "Folder with the articles; the stock wiki in the program when not given. Environment: ERRORWIKI_CONTENT.")
    private @Nullable Path content;

    @Option(
            names = "--overlay",
            paramLabel = "DIR",
            description =
                    "Folder with your team's own articles and notes on the others. Default: content-local, if it is there. Environment: ERRORWIKI_OVERLAY.")
    private @Nullable Path overlay;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for the index, which can be deleted at any time. Default: ${DEFAULT-VALUE}. Environment: ERRORWIKI_DATA.")
    private @Nullable Path data;

    /** Builds the site, with a progress bar when that takes long. */
    Site build(PrintWriter err) {
        return open(err).completed();
    }

    /** As {@link #build}, as far as it takes to show articles. */
    SiteBuilder.Opened open(PrintWriter err) {
        Optional<String> stamp = stamp();
        if (stamp.isEmpty()) {
            return with(err, SiteBuilder::open);
        }
        checkWritable(dataFolder());
        return SiteBuilder.reopen(dataFolder(), stamp.get())
                .orElseGet(
                        () ->
                                with(
                                        err,
                                        (articles, folder, progress) ->
                                                SiteBuilder.open(
                                                        articles, folder, progress, stamp.get())));
    }

    /**
     * Returns what tells the articles inside the program apart; empty when others are asked for.
     */
    private Optional<String> stamp() {
        try {
            return content == null && overlay().isEmpty() ? StockContent.stamp() : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the articles: " + e.getMessage(), e);
        }
    }

    /** Brings the index up to date and no more, with a progress bar when that takes long. */
    SiteBuilder.Indexed index(PrintWriter err) {
        return with(err, SiteBuilder::index);
    }

    private interface Work<T> {
        T of(ContentFolder content, Path data, SiteBuilder.Progress progress) throws IOException;
    }

    private <T> T with(PrintWriter err, Work<T> work) {
        Path folder = dataFolder();
        try (StockContent articles = StockContent.open(content);
                ProgressLine progress = new ProgressLine(err)) {
            checkWritable(folder);
            return work.of(new ContentFolder(articles.root(), overlay()), folder, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the articles: " + e.getMessage(), e);
        }
    }

    /** Returns how bad the wiki takes each rule. */
    Levels levels() {
        try (StockContent articles = StockContent.open(content)) {
            return SiteBuilder.levels(ContentFolder.of(articles.root()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the articles: " + e.getMessage(), e);
        }
    }

    /** Returns where the articles are; empty for those inside the program. */
    Optional<ContentFolder> folder() {
        return Optional.ofNullable(content).map(stock -> new ContentFolder(stock, overlay()));
    }

    /**
     * Returns the folder that a command may write to.
     *
     * @throws UsageException if the articles are those inside the program
     */
    ContentFolder editable() {
        return folder().orElseThrow(
                        () ->
                                new UsageException(
                                        "the articles inside the program cannot be changed; name a"
                                                + " folder with --content DIR"));
    }

    private Optional<Path> overlay() {
        if (overlay != null && !Files.isDirectory(overlay)) {
            throw new UsageException(
                    "there is no overlay folder "
                            + overlay.toAbsolutePath()
                            + "; name one with --overlay DIR");
        }
        return Optional.of(overlay == null ? USUAL_OVERLAY : overlay).filter(Files::isDirectory);
    }

    /** Returns the folder for the index. */
    Path dataFolder() {
        return data == null ? Path.of("errorwiki-data") : data;
    }

    private static void checkWritable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "the data folder "
                            + folder
                            + " cannot be made ("
                            + e.getMessage()
                            + "); name another one with --data DIR");
        }
        if (!Files.isWritable(folder) || !canCreateFile(folder)) {
            throw new UsageException(
                    "the data folder "
                            + folder
                            + " cannot be written; change its permissions or name another one with --data DIR");
        }
    }

    private static boolean canCreateFile(Path folder) {
        // A name of chance would take the JVM's secure random numbers, 10 ms at every start.
        Path file = folder.resolve("writable-" + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(file);
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

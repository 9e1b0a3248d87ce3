package wiki.errorcodes.site;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.SourceFile;

/**
 * Keeps a site in step with its content folder: whatever happens to the files, a moment later the
 * site is that of a fresh start, except that an article with an error stays as it last was.
 */
public final class ContentWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentWatcher.class);

    /** Editors write a file in several steps, and a checkout writes many. */
    private static final long SETTLED_MILLIS = 30;

    private final Path content;
    private final Path data;
    private final LiveSite live;
    private final Consumer<Change> listener;
    private final DirectoryWatcher watcher;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "content");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile long lastEvent;
    private boolean waiting;

    /**
     * The site after a change.
     *
     * @param problems the errors of the articles, each with its line
     */
    public record Change(Site site, List<Problem> problems) {

        public Change {
            problems = List.copyOf(problems);
        }

        /** Describes a site as it is now; the lines come from the files. */
        public static Change of(Site site, Path content) {
            return new Change(
                    site,
                    site.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .map(diagnostic -> new Problem(diagnostic, line(content, diagnostic)))
                            .toList());
        }

        private static String line(Path content, Diagnostic diagnostic) {
            try {
                String text =
                        Files.readString(
                                content.resolve(diagnostic.path()), StandardCharsets.UTF_8);
                return new SourceFile(diagnostic.path(), text).line(diagnostic.span().line());
            } catch (IOException unreadable) {
                return "";
            }
        }
    }

    /**
     * An error and the line it is in.
     *
     * @param line empty when the file cannot be read as UTF-8
     */
    public record Problem(Diagnostic diagnostic, String line) {}

    private ContentWatcher(Path content, Path data, LiveSite live, Consumer<Change> listener)
            throws IOException {
        this.content = content;
        this.data = data;
        this.live = live;
        this.listener = listener;
        this.watcher =
                DirectoryWatcher.builder()
                        .path(content)
                        .listener(event -> touched())
                        .fileHashing(false)
                        .build();
    }

    /**
     * Starts watching.
     *
     * @param listener hears of every change, on a thread of the watcher
     * @throws IOException if the folder cannot be watched
     */
    public static ContentWatcher start(
            Path content, Path data, LiveSite live, Consumer<Change> listener) throws IOException {
        ContentWatcher watcher = new ContentWatcher(content, data, live, listener);
        watcher.watcher.watchAsync();
        // What changed between the first build and now.
        watcher.touched();
        return watcher;
    }

    private synchronized void touched() {
        lastEvent = System.nanoTime();
        if (!waiting) {
            waiting = true;
            worker.schedule(this::settle, SETTLED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until nothing has happened for a moment, then builds once for all that has. */
    private void settle() {
        synchronized (this) {
            long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastEvent);
            if (quiet < SETTLED_MILLIS) {
                worker.schedule(this::settle, SETTLED_MILLIS - quiet, TimeUnit.MILLISECONDS);
                return;
            }
            waiting = false;
        }
        try {
            Site before = live.current();
            Site after = SiteBuilder.rebuild(content, data, before);
            if (!after.version().equals(before.version())) {
                live.swap(after);
                listener.accept(Change.of(after, content));
            }
        } catch (IOException | RuntimeException e) {
            // The next event tries again; until then the last site is served.
            LOG.error("cannot read the articles after a change", e);
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
        worker.shutdownNow();
    }
}

package wiki.errorcodes.site;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.SourceFile;

/**
 * Keeps a site in step with its content folder: whatever happens to the files, a moment later the
 * site is that of a fresh start, except that an article with an error stays as it last was.
 */
public final class ContentWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentWatcher.class);

    /** Editors write a file in several steps, and a checkout writes many. */
    private static final long SETTLED_MILLIS = 20;

    private final ContentFolder content;
    private final Path data;
    private final LiveSite live;
    private final Consumer<Change> listener;
    private final DirectoryWatcher watcher;
    private final ScheduledExecutorService listening = thread("content, listening");
    private final ScheduledExecutorService worker = thread("content, changed");
    private final ScheduledExecutorService completer = thread("content, completed");
    private final Set<String> touched = new HashSet<>();
    private boolean anything;
    private long lastEvent;
    private boolean waiting;
    private volatile Site complete;

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
        public static Change of(Site site, ContentFolder content) {
            return new Change(
                    site,
                    site.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .map(diagnostic -> new Problem(diagnostic, line(content, diagnostic)))
                            .toList());
        }

        private static String line(ContentFolder content, Diagnostic diagnostic) {
            try {
                String text =
                        Files.readString(content.file(diagnostic.path()), StandardCharsets.UTF_8);
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

    private ContentWatcher(
            ContentFolder content, Path data, LiveSite live, Consumer<Change> listener)
            throws IOException {
        this.content = content;
        this.data = data;
        this.live = live;
        this.complete = live.current();
        this.listener = listener;
        this.watcher =
                DirectoryWatcher.builder()
                        .paths(content.roots())
                        .listener(this::happened)
                        .fileHashing(false)
                        .build();
    }

    /**
     * Starts watching.
     *
     * @param listener hears of every change, on a thread of the watcher; of one that leaves
     *     something to check between articles, twice
     * @throws IOException if the folder cannot be watched
     */
    public static ContentWatcher start(
            ContentFolder content, Path data, LiveSite live, Consumer<Change> listener)
            throws IOException {
        ContentWatcher watcher = new ContentWatcher(content, data, live, listener);
        // Its own thread: the common pool may be busy making pages.
        watcher.watcher.watchAsync(watcher.listening);
        // What changed between the first build and now.
        watcher.touched(Optional.empty());
        return watcher;
    }

    private void happened(DirectoryChangeEvent event) {
        // Where the system lost count, it names no file.
        touched(
                event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW
                        ? Optional.empty()
                        : content.concerned(event.path()));
    }

    private synchronized void touched(Optional<Set<String>> paths) {
        if (paths.isPresent() && paths.get().isEmpty()) {
            return;
        }
        paths.ifPresentOrElse(touched::addAll, () -> anything = true);
        lastEvent = System.nanoTime();
        if (!waiting) {
            waiting = true;
            worker.schedule(this::settle, SETTLED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until nothing has happened for a moment, then builds once for all that has. */
    private void settle() {
        Optional<Set<String>> paths;
        synchronized (this) {
            long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastEvent);
            if (quiet < SETTLED_MILLIS) {
                worker.schedule(this::settle, SETTLED_MILLIS - quiet, TimeUnit.MILLISECONDS);
                return;
            }
            waiting = false;
            paths = anything ? Optional.empty() : Optional.of(Set.copyOf(touched));
            anything = false;
            touched.clear();
        }
        try {
            Site before = live.current();
            Optional<SiteBuilder.Opened> rebuilt = SiteBuilder.rebuild(content, before, paths);
            rebuilt.map(one -> before == complete ? one : one.withNewSearch())
                    .ifPresent(this::serve);
        } catch (IOException | RuntimeException e) {
            // Until the next change the last site is served.
            LOG.error("cannot read the articles after a change", e);
            startOver();
        }
    }

    /** Shows a change; the rest is another thread's, so that the next change need not wait. */
    private void serve(SiteBuilder.Opened rebuilt) {
        live.swap(rebuilt.atOnce());
        listener.accept(Change.of(rebuilt.atOnce(), content));
        completer.execute(() -> complete(rebuilt));
    }

    private void complete(SiteBuilder.Opened rebuilt) {
        if (live.current() != rebuilt.atOnce()) {
            return;
        }
        try {
            Site site = rebuilt.completed();
            complete = site;
            if (live.swap(rebuilt.atOnce(), site)
                    && !site.diagnostics().equals(rebuilt.atOnce().diagnostics())) {
                listener.accept(Change.of(site, content));
            }
        } catch (RuntimeException e) {
            LOG.error("cannot check the articles after a change", e);
        }
    }

    /** The index may be deleted at any time: what a change could not be written to is made anew. */
    private void startOver() {
        try {
            complete = SiteBuilder.build(content, data, SiteBuilder.Progress.SILENT);
            live.swap(complete);
            listener.accept(Change.of(live.current(), content));
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot index the articles anew", e);
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
        listening.shutdownNow();
        worker.shutdownNow();
        completer.shutdownNow();
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}

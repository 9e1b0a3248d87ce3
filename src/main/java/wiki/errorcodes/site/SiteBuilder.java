package wiki.errorcodes.site;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.check.Checker;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/**
 * Makes a site of a content folder: parses what changed since the index was written, and nothing
 * else.
 */
public final class SiteBuilder {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Files that are parsed or being parsed while earlier ones are written. */
    private static final int AHEAD = 256;

    private SiteBuilder() {}

    /** Hears how the work goes on. */
    public interface Progress {
        Progress SILENT = (done, of) -> {};

        /**
         * @param done files of which nothing is left to do
         * @param of files in all
         */
        void step(int done, int of);
    }

    /**
     * Reads a content folder, brings the index in the data folder up to date, checks everything.
     *
     * @throws IOException if the content cannot be read
     * @throws java.io.UncheckedIOException if the data folder cannot be written
     */
    public static Site build(Path content, Path data) throws IOException {
        return build(ContentFolder.of(content), data, Progress.SILENT);
    }

    /** As {@link #build(Path, Path)}, and tells how far it is. */
    public static Site build(ContentFolder content, Path data, Progress progress)
            throws IOException {
        return open(content, data, progress).completed();
    }

    /**
     * As {@link #build(ContentFolder, Path, Progress)}, as far as it takes to show articles. A
     * search waits until the rest of what it needs has been made, which goes on meanwhile.
     */
    public static Opened open(ContentFolder content, Path data, Progress progress)
            throws IOException {
        Instant start = Instant.now();
        // The native library of SQLite loads while the files are read.
        CompletableFuture<Index> opening = CompletableFuture.supplyAsync(() -> Index.open(data));
        SortedMap<String, Instant> times =
                bringUpToDate(opening, content, progress, Optional.empty());
        return opened(start, joined(opening), levels(content), times);
    }

    /**
     * As {@link #open(ContentFolder, Path, Progress)}, for content that nobody changes: when each
     * file was last written says nothing. The next time, {@link #reopen} finds it.
     *
     * @param stamp tells all of the content apart from any other
     */
    public static Opened open(ContentFolder content, Path data, Progress progress, String stamp)
            throws IOException {
        Instant start = Instant.now();
        CompletableFuture<Index> opening = CompletableFuture.supplyAsync(() -> Index.open(data));
        bringUpToDate(opening, content, progress, Optional.of(stamp));
        return opened(start, joined(opening), levels(content), new TreeMap<>());
    }

    /**
     * Opens a site without looking at its content, if the index in the data folder is the same as
     * that, and if the content takes every rule as usual.
     *
     * @param stamp as it was when the content was opened last
     * @throws java.io.UncheckedIOException if the data folder cannot be written
     */
    public static Optional<Opened> reopen(Path data, String stamp) {
        Instant start = Instant.now();
        Index index = Index.open(data);
        return index.isOf(stamp)
                ? Optional.of(opened(start, index, Levels.usual(), new TreeMap<>()))
                : Optional.empty();
    }

    private static Opened opened(
            Instant start, Index index, Levels levels, SortedMap<String, Instant> times) {
        SortedMap<String, ParsedFile> files = new TreeMap<>();
        index.files().forEach(file -> files.put(file.path(), file));
        Library library = new Shelving(files, Optional.empty()).library();
        Set<Diagnostic> diagnostics = new TreeSet<>(levels.diagnostics());
        files.values().forEach(file -> diagnostics.addAll(file.diagnostics()));
        Site atOnce =
                new Site(
                        library,
                        Searcher.later(library),
                        files,
                        times,
                        index,
                        new Sources(index),
                        List.copyOf(diagnostics),
                        levels,
                        version(files, levels),
                        Instant.now(),
                        Duration.between(start, Instant.now()));
        return new Opened(atOnce, true, Optional.empty());
    }

    private static <T> T joined(CompletableFuture<T> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * What an index holds.
     *
     * @param diagnostics what is wrong with files and between them, as bad as this wiki takes it,
     *     sorted
     */
    public record Indexed(
            int articles, int collections, List<Diagnostic> diagnostics, Duration took) {}

    /**
     * Brings the index in the data folder up to date and checks what it holds, without ever having
     * all of it in memory. Whether examples land on their articles is not looked at.
     *
     * @throws IOException if the content cannot be read
     * @throws java.io.UncheckedIOException if the data folder cannot be written
     */
    public static Indexed index(ContentFolder content, Path data, Progress progress)
            throws IOException {
        Instant start = Instant.now();
        // The native library of SQLite loads while the first files are read.
        CompletableFuture<Index> opening = CompletableFuture.supplyAsync(() -> Index.open(data));
        bringUpToDate(opening, content, progress, Optional.empty());
        List<ParsedFile> heads = joined(opening).heads();
        Levels levels = levels(content);
        Set<String> slugs = new HashSet<>();
        Set<String> collections = new HashSet<>();
        for (ParsedFile head : heads) {
            head.article()
                    .ifPresent(
                            article -> {
                                slugs.add(article.slug());
                                collections.add(article.collection());
                            });
            head.collection().ifPresent(collection -> collections.add(collection.slug()));
        }
        return new Indexed(
                slugs.size(),
                collections.size(),
                levels.applied(diagnostics(heads, Map.of(), levels, List.of())),
                Duration.between(start, Instant.now()));
    }

    /**
     * Parses with all cores what differs from the index, while what is parsed is written: all of it
     * becomes visible together, but only a little is in memory at any time.
     *
     * @param stamp what tells the content apart from any other, if something does
     * @return when each file was last written, by path
     */
    private static SortedMap<String, Instant> bringUpToDate(
            CompletableFuture<Index> opening,
            ContentFolder content,
            Progress progress,
            Optional<String> stamp)
            throws IOException {
        CompletableFuture<Map<String, String>> known = opening.thenApply(Index::hashes);
        SortedMap<String, Instant> times = new TreeMap<>();
        List<String> paths = content.paths();
        ExecutorService pool = Executors.newFixedThreadPool(CORES);
        Deque<Future<Optional<Read>>> ahead = new ArrayDeque<>();
        for (String path : paths.subList(0, Math.min(AHEAD, paths.size()))) {
            ahead.add(pool.submit(() -> read(content, path, known)));
        }
        try (Index.Update update = joined(opening).update()) {
            Set<String> gone = new TreeSet<>(joined(known).keySet());
            for (int done = 0; done < paths.size(); ) {
                Optional<Read> read = result(ahead.remove());
                if (done + AHEAD < paths.size()) {
                    String path = paths.get(done + AHEAD);
                    ahead.add(pool.submit(() -> read(content, path, known)));
                }
                read.ifPresent(
                        one -> {
                            gone.remove(one.path());
                            times.put(one.path(), one.written());
                        });
                read.flatMap(Read::changed).ifPresent(update::put);
                progress.step(++done, paths.size());
            }
            gone.forEach(update::remove);
            stamp.ifPresent(update::stamp);
            update.commit();
            return times;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A file of the content folder; parsed, if the index has it otherwise or not at all. */
    private record Read(String path, Instant written, Optional<ParsedFile> changed) {}

    /** Reads a file; empty when it is gone since the folder was listed. */
    private static Optional<Read> read(
            ContentFolder content, String path, CompletableFuture<Map<String, String>> known)
            throws IOException {
        Optional<ContentFile> read = content.read(path);
        return read.map(
                file ->
                        new Read(
                                path,
                                file.changed(),
                                file.hash().equals(known.join().get(path))
                                        ? Optional.empty()
                                        : Optional.of(ParsedFile.of(file))));
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e.getCause() instanceof RuntimeException failed
                    ? failed
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("indexing was interrupted");
        }
    }

    /**
     * A site after a start or a change: first what shows it at once, then the whole.
     *
     * @param atOnce has every article as it is now; what is wrong between articles, and new
     *     wordings, may still be missing
     * @param hasSearch whether its search is already that of its articles, as it is when only texts
     *     have changed
     * @param landings what is wrong with the examples, if that is known
     */
    public record Opened(Site atOnce, boolean hasSearch, Optional<List<Diagnostic>> landings) {

        /** Returns the same, for a site whose search is still that of an earlier one. */
        Opened withNewSearch() {
            return new Opened(atOnce, false, Optional.empty());
        }

        /** Returns the site that a fresh start would make. */
        public Site completed() {
            Searcher searcher = hasSearch ? atOnce.searcher() : atOnce.searcher().settled();
            return new Site(
                    atOnce.library(),
                    searcher,
                    atOnce.files(),
                    atOnce.changed(),
                    atOnce.index(),
                    atOnce.sources(),
                    diagnostics(
                            atOnce.files(),
                            atOnce.library(),
                            atOnce.levels(),
                            landings.orElseGet(() -> Landing.examples(atOnce.library(), searcher))),
                    atOnce.levels(),
                    atOnce.version(),
                    atOnce.builtAt(),
                    atOnce.took());
        }
    }

    /**
     * Builds the site anew after changes, at the cost of what has changed. An article whose file
     * has an error now is served as it was in the site before.
     *
     * @param touched the paths that may have changed; any may when empty
     * @return empty when nothing has
     * @throws IOException if the content cannot be read
     */
    static Optional<Opened> rebuild(
            ContentFolder content, Site before, Optional<Set<String>> touched) throws IOException {
        Instant start = Instant.now();
        List<ContentFile> read = touched.isPresent() ? content.read(touched.get()) : content.read();
        Set<String> removed = new TreeSet<>(touched.orElse(before.files().keySet()));
        removed.retainAll(before.files().keySet());
        read.forEach(file -> removed.remove(file.path()));
        List<ContentFile> changed =
                read.stream()
                        .filter(file -> !isKnown(before.files().get(file.path()), file))
                        .toList();
        Levels levels = levels(content);
        boolean sameLevels = levels.file().text().equals(before.levels().file().text());
        if (changed.isEmpty() && removed.isEmpty() && sameLevels) {
            return Optional.empty();
        }
        List<ParsedFile> parsed = parse(changed, done -> {});
        before.index().update(parsed, removed, done -> {});
        SortedMap<String, ParsedFile> files = new TreeMap<>(before.files());
        files.keySet().removeAll(removed);
        SortedMap<String, Instant> times = new TreeMap<>(before.changed());
        times.keySet().removeAll(removed);
        read.forEach(file -> times.put(file.path(), file.changed()));
        boolean sameHeads = removed.isEmpty();
        for (ParsedFile file : parsed) {
            ParsedFile old = files.put(file.path(), file.stored());
            sameHeads &= old != null && hasSameHead(old, file);
        }
        Library library = new Shelving(files, Optional.of(before)).library();
        Set<Diagnostic> diagnostics = new TreeSet<>();
        List<Diagnostic> landings = new ArrayList<>();
        Set<String> fresh = new HashSet<>(removed);
        parsed.forEach(file -> fresh.add(file.path()));
        fresh.add(Levels.FILE);
        for (Diagnostic diagnostic : before.found()) {
            if (!fresh.contains(diagnostic.path())) {
                diagnostics.add(diagnostic);
            }
            if (diagnostic.rule() == Rule.EXAMPLE || diagnostic.rule() == Rule.STEALS) {
                landings.add(diagnostic);
            }
        }
        parsed.forEach(file -> diagnostics.addAll(file.diagnostics()));
        diagnostics.addAll(levels.diagnostics());
        Site atOnce =
                new Site(
                        library,
                        before.searcher().over(library),
                        files,
                        times,
                        before.index(),
                        before.sources(),
                        List.copyOf(diagnostics),
                        levels,
                        version(files, levels),
                        Instant.now(),
                        Duration.between(start, Instant.now()));
        return Optional.of(
                new Opened(
                        atOnce, sameHeads, sameHeads ? Optional.of(landings) : Optional.empty()));
    }

    private static boolean isKnown(@Nullable ParsedFile known, ContentFile file) {
        return known != null && known.hash().equals(file.hash());
    }

    private static boolean hasSameHead(ParsedFile old, ParsedFile file) {
        return old.article().isPresent()
                        && file.article().isPresent()
                        && old.article().get().head().equals(file.article().get().head())
                || old.note().isPresent() && file.note().isPresent();
    }

    private static List<ParsedFile> parse(List<ContentFile> files, Index.Progress progress) {
        java.util.concurrent.atomic.AtomicInteger done =
                new java.util.concurrent.atomic.AtomicInteger();
        return files.parallelStream()
                .map(
                        file -> {
                            ParsedFile parsed = ParsedFile.of(file);
                            progress.written(done.incrementAndGet());
                            return parsed;
                        })
                .toList();
    }

    private static List<Diagnostic> diagnostics(
            SortedMap<String, ParsedFile> files,
            Library library,
            Levels levels,
            List<Diagnostic> landings) {
        Map<String, Article> served = new HashMap<>();
        library.articles().forEach(article -> served.put(article.path(), article));
        return diagnostics(files.values(), served, levels, landings);
    }

    /**
     * Returns what is wrong with files, between articles, and with their examples.
     *
     * @param served the articles that stand in for those with errors, by path
     * @param landings what is wrong with examples
     */
    private static List<Diagnostic> diagnostics(
            java.util.Collection<ParsedFile> files,
            Map<String, Article> served,
            Levels levels,
            List<Diagnostic> landings) {
        Set<Diagnostic> diagnostics = new TreeSet<>(landings);
        diagnostics.addAll(levels.diagnostics());
        files.forEach(file -> diagnostics.addAll(file.diagnostics()));
        List<Article> articles = new ArrayList<>();
        List<Collection> collections = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (ParsedFile file : files) {
            file.article()
                    .or(() -> Optional.ofNullable(served.get(file.path())))
                    .ifPresent(articles::add);
            file.collection().ifPresent(collections::add);
            file.note().ifPresent(notes::add);
        }
        diagnostics.addAll(Checker.check(articles, collections, notes));
        return List.copyOf(diagnostics);
    }

    /**
     * Reads how bad a wiki takes each rule.
     *
     * @throws IOException if there is a {@code check.yaml} that cannot be read
     */
    public static Levels levels(ContentFolder content) throws IOException {
        Path file = content.file(Levels.FILE);
        return Files.exists(file)
                ? Levels.of(
                        new SourceFile(
                                Levels.FILE,
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)))
                : Levels.usual();
    }

    private static String version(SortedMap<String, ParsedFile> files, Levels levels) {
        StringBuilder all = new StringBuilder(levels.file().text());
        files.values()
                .forEach(
                        file ->
                                all.append(file.path())
                                        .append(' ')
                                        .append(file.hash())
                                        .append('\n'));
        return ContentFolder.hash(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}

package wiki.errorcodes.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.check.Checker;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.LinkTitles;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/**
 * Makes a site of a content folder: parses what changed since the index was written, and nothing
 * else.
 */
public final class SiteBuilder {

    private SiteBuilder() {}

    /** Hears how the work goes on. */
    public interface Progress {
        Progress SILENT = (done, of) -> {};

        /**
         * @param done steps done
         * @param of steps in all
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
        return build(content, data, Progress.SILENT);
    }

    /** As {@link #build(Path, Path)}, and tells how far it is. */
    public static Site build(Path content, Path data, Progress progress) throws IOException {
        Instant start = Instant.now();
        Index index = Index.open(data);
        Map<String, String> known = index.hashes();
        List<ContentFile> files = ContentFolder.read(content);
        List<ContentFile> changed =
                files.stream().filter(file -> !file.hash().equals(known.get(file.path()))).toList();
        Set<String> removed = new TreeSet<>(known.keySet());
        files.forEach(file -> removed.remove(file.path()));
        int steps = changed.size() * 2;
        List<ParsedFile> parsed = parse(changed, done -> progress.step(done, steps));
        index.update(parsed, removed, done -> progress.step(changed.size() + done, steps));
        return assemble(index, start, Map.of());
    }

    /**
     * Builds the site anew after changes. An article whose file has an error now is served as it
     * was in the site before.
     *
     * @throws IOException if the content cannot be read
     */
    static Site rebuild(Path content, Path data, Site before) throws IOException {
        Instant start = Instant.now();
        Index index = Index.open(data);
        Map<String, String> known = index.hashes();
        List<ContentFile> files = ContentFolder.read(content);
        List<ContentFile> changed =
                files.stream().filter(file -> !file.hash().equals(known.get(file.path()))).toList();
        Set<String> removed = new TreeSet<>(known.keySet());
        files.forEach(file -> removed.remove(file.path()));
        index.update(parse(changed, done -> {}), removed, done -> {});
        Map<String, Article> good = new HashMap<>();
        before.library().articles().forEach(article -> good.put(article.path(), article));
        return assemble(index, start, good);
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

    private static Site assemble(Index index, Instant start, Map<String, Article> lastGood) {
        List<ParsedFile> files = index.files();
        List<Article> articles =
                files.stream()
                        .flatMap(
                                file ->
                                        file
                                                .article()
                                                .or(
                                                        () ->
                                                                Optional.ofNullable(
                                                                        lastGood.get(file.path())))
                                                .stream())
                        .toList();
        List<Collection> collections =
                files.stream().flatMap(file -> file.collection().stream()).toList();
        Set<Diagnostic> diagnostics = new TreeSet<>(Checker.check(articles, collections));
        files.forEach(file -> diagnostics.addAll(file.diagnostics()));
        Library library = resolved(withoutDuplicates(articles, diagnostics), collections);
        Map<String, String> sources = new HashMap<>();
        Map<String, String> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file.markdown()));
        library.articles()
                .forEach(
                        article ->
                                sources.put(
                                        article.slug(),
                                        Objects.requireNonNull(byPath.get(article.path()))));
        Searcher searcher = new Searcher(library, index);
        diagnostics.addAll(Landing.examples(library, searcher));
        return new Site(
                library,
                searcher,
                Map.copyOf(sources),
                List.copyOf(diagnostics),
                version(files),
                Instant.now(),
                Duration.between(start, Instant.now()));
    }

    /** An article whose slug belongs to another file has no address and cannot be served. */
    private static List<Article> withoutDuplicates(
            List<Article> articles, Set<Diagnostic> diagnostics) {
        Set<String> duplicates = new HashSet<>();
        diagnostics.stream()
                .filter(
                        diagnostic ->
                                diagnostic.rule() == Rule.DUPLICATE_SLUG
                                        && diagnostic.message().startsWith("the slug"))
                .forEach(diagnostic -> duplicates.add(diagnostic.path()));
        return articles.stream().filter(article -> !duplicates.contains(article.path())).toList();
    }

    /** Puts titles where the text has {@code [[slug]]}. */
    private static Library resolved(List<Article> articles, List<Collection> collections) {
        Map<String, String> titles = new HashMap<>();
        articles.forEach(article -> titles.put(article.slug(), Filling.escaped(article.title())));
        List<Article> linked = new ArrayList<>();
        for (Article article : articles) {
            List<Section> sections =
                    article.sections().stream().map(section -> resolved(section, titles)).toList();
            linked.add(
                    new Article(
                            article.slug(),
                            article.collection(),
                            article.path(),
                            article.hash(),
                            article.head(),
                            sections,
                            article.links()));
        }
        List<Collection> introductions =
                collections.stream()
                        .map(
                                one ->
                                        new Collection(
                                                one.slug(),
                                                one.path(),
                                                one.hash(),
                                                one.title(),
                                                one.summary(),
                                                one.order(),
                                                one.icon(),
                                                one.fixes(),
                                                resolved(one.html(), titles),
                                                one.text(),
                                                one.articles(),
                                                one.links()))
                        .toList();
        return Library.of(linked, introductions);
    }

    private static Section resolved(Section section, Map<String, String> titles) {
        List<Section.Part> parts =
                section.parts().stream()
                        .map(
                                part ->
                                        new Section.Part(
                                                part.heading(),
                                                part.anchor(),
                                                resolved(part.html(), titles),
                                                part.text()))
                        .toList();
        return new Section(
                section.kind(),
                section.heading(),
                section.anchor(),
                resolved(section.html(), titles),
                section.text(),
                parts);
    }

    private static String resolved(String html, Map<String, String> titles) {
        return LinkTitles.resolved(
                html, slug -> Optional.ofNullable(titles.get(slug)).orElse(slug));
    }

    private static String version(List<ParsedFile> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(file.path()).append(' ').append(file.hash()).append('\n'));
        return ContentFolder.hash(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    }
}

package wiki.errorcodes.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.check.Form;
import wiki.errorcodes.check.Levels;
import wiki.errorcodes.check.Links;
import wiki.errorcodes.check.Standards;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.SourceFile;

/**
 * Everything that is served, frozen: two requests that see the same site see the same wiki.
 *
 * @param library the articles
 * @param searcher finds them
 * @param files what they were read from, by path
 * @param changed when each was last written
 * @param index where those are kept
 * @param sources the Markdown of the files
 * @param found what is wrong with the content, as bad as the rules say; articles with errors are
 *     not in the library
 * @param levels how bad this wiki takes the rules
 * @param version changes whenever the content does; hexadecimal
 * @param builtAt when this snapshot was made
 * @param took how long reading and indexing took
 */
public record Site(
        Library library,
        Searcher searcher,
        SortedMap<String, ParsedFile> files,
        SortedMap<String, Instant> changed,
        Index index,
        Sources sources,
        List<Diagnostic> found,
        Levels levels,
        String version,
        Instant builtAt,
        Duration took) {

    public Site {
        files = Collections.unmodifiableSortedMap(files);
        changed = Collections.unmodifiableSortedMap(changed);
        found = List.copyOf(found);
    }

    /** Returns the line of the file that a diagnostic is about; empty when it cannot be read. */
    public String line(Diagnostic diagnostic) {
        ParsedFile file = files.get(diagnostic.path());
        SourceFile text =
                diagnostic.path().equals(levels.file().path())
                        ? levels.file()
                        : new SourceFile(
                                diagnostic.path(),
                                file == null ? "" : sources.of(file.path(), file.hash()));
        return text.line(diagnostic.span().line());
    }

    /** Returns what is wrong with the content, as bad as this wiki takes it, sorted. */
    public List<Diagnostic> diagnostics() {
        return levels.applied(found);
    }

    /**
     * Returns everything that an editor can mend: what is wrong, and what a finished wiki still
     * lacks. Parses the code in the articles and runs every wording, so it takes a while.
     *
     * @param today decides which reviews are old
     */
    public List<Diagnostic> inspected(LocalDate today) {
        Set<Diagnostic> all = new TreeSet<>(found);
        Map<String, String> markdown = index.markdown();
        all.addAll(
                Standards.check(
                        library, article -> markdown.getOrDefault(article.path(), ""), today));
        all.addAll(Landing.wordings(library, searcher));
        all.addAll(Rivalry.check(library));
        Links links = new Links(library);
        files.values().parallelStream()
                .flatMap(
                        file -> flaws(file, markdown.getOrDefault(file.path(), ""), links).stream())
                .map(Flaw::diagnostic)
                .toList()
                .forEach(all::add);
        return levels.applied(all);
    }

    /** Returns how a file is written and where its links lead; nothing when it has errors. */
    private static List<Flaw> flaws(ParsedFile file, String markdown, Links links) {
        Optional<String> page = file.page();
        if (page.isEmpty()) {
            return List.of();
        }
        SourceFile text = new SourceFile(file.path(), markdown);
        List<Flaw> flaws = new ArrayList<>(Form.of(text));
        flaws.addAll(links.of(text, page.get()));
        return flaws;
    }

    /**
     * Returns a search over this site's articles and one more, which takes the place of its slug.
     */
    public Searcher with(Article draft) {
        List<Article> articles = new ArrayList<>(library.articles());
        articles.removeIf(article -> article.slug().equals(draft.slug()));
        articles.add(draft);
        return new Searcher(Library.of(articles, library.collections()));
    }
}

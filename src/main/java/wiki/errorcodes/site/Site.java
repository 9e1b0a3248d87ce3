package wiki.errorcodes.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.check.Standards;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.source.Diagnostic;

/**
 * Everything that is served, frozen: two requests that see the same site see the same wiki.
 *
 * @param library the articles
 * @param searcher finds them
 * @param files what they were read from, by path
 * @param index where those are kept
 * @param diagnostics what is wrong with the content, sorted; articles with errors are not in the
 *     library
 * @param version changes whenever the content does; hexadecimal
 * @param builtAt when this snapshot was made
 * @param took how long reading and indexing took
 */
public record Site(
        Library library,
        Searcher searcher,
        SortedMap<String, ParsedFile> files,
        Index index,
        List<Diagnostic> diagnostics,
        String version,
        Instant builtAt,
        Duration took) {

    public Site {
        files = Collections.unmodifiableSortedMap(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns the Markdown of an article, as it is in its file. */
    public String source(Article article) {
        ParsedFile file = files.get(article.path());
        return file == null ? "" : file.markdown();
    }

    /**
     * Returns everything that an editor can mend: what is wrong, and what a finished wiki still
     * lacks. Parses the code in the articles and runs every wording, so it takes a while.
     */
    public List<Diagnostic> inspected() {
        Set<Diagnostic> all = new TreeSet<>(diagnostics);
        all.addAll(Standards.check(library, this::source));
        all.addAll(Landing.wordings(library, searcher));
        return List.copyOf(all);
    }

    /**
     * Returns a search over this site's articles and one more, which takes the place of its slug.
     */
    public Searcher with(Article draft) {
        List<Article> articles = new ArrayList<>(library.articles());
        articles.removeIf(article -> article.slug().equals(draft.slug()));
        articles.add(draft);
        return new Searcher(Library.of(articles, library.collections()), index);
    }
}

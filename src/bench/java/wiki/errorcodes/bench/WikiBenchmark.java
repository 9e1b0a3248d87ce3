package wiki.errorcodes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/** The four things the wiki does all day, on the articles in {@code content/}. One thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WikiBenchmark {

    private static final String MESSAGE =
            "Access to fetch at 'https://api.example.com/v1/orders' from origin 'https://app.example.com' has been blocked by CORS policy: "
                    + "Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";
    private static final String QUESTION = "preflight answered with redirect to the login page";

    private Path folder = Path.of("");
    private Site site;
    private Index index;
    private ContentFile file;
    private ParsedFile parsed;
    private String console = "";

    @Setup
    public void build() throws IOException {
        folder = Files.createTempDirectory("errorwiki-bench");
        site = SiteBuilder.build(Path.of("content"), folder.resolve("site"));
        index = Index.open(folder.resolve("one"));
        file =
                ContentFolder.of(Path.of("content")).read().stream()
                        .filter(one -> one.path().endsWith("/cors-preflight-request-failed.md"))
                        .findFirst()
                        .orElseThrow();
        parsed = ParsedFile.of(file);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < 63 * 1024; i++) {
            lines.append("app.js:")
                    .append(i)
                    .append(" GET https://cdn.example.com/asset-")
                    .append(i)
                    .append(".png 200 (OK)\n");
            lines.append(
                            i % 7 == 0
                                    ? MESSAGE
                                    : "    at render (https://app.example.com/app.js:" + i + ":13)")
                    .append('\n');
        }
        console = lines.substring(0, Math.min(lines.length(), 64 * 1024));
    }

    @TearDown(Level.Trial)
    public void clean() throws IOException {
        Folders.delete(folder);
    }

    /** Markdown to records and HTML. */
    @Benchmark
    public ParsedFile renderArticle() {
        return ParsedFile.of(file);
    }

    /** A pasted line, answered by its signature. */
    @Benchmark
    public Explanation signatureSearch() {
        return site.searcher().explain(MESSAGE);
    }

    /** A pasted console of 64 KiB. */
    @Benchmark
    public Explanation consoleSearch() {
        return site.searcher().explain(console);
    }

    /** A question, answered by its words. */
    @Benchmark
    public List<Hit> textSearch() {
        return site.searcher().search(Query.of(QUESTION));
    }

    /** One changed article into the index, on disk. */
    @Benchmark
    public void indexArticle() {
        index.update(List.of(parsed), Set.of(), written -> {});
    }
}

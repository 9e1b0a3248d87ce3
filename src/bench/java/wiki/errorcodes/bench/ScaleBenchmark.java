package wiki.errorcodes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;

/**
 * How explaining grows with the wiki: generated articles with five wordings each, in the words of
 * real messages. One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class ScaleBenchmark {

    private static final String[] WORDS =
            ("failed to load blocked by policy the resource at because it violates request header response origin cannot read property of undefined null is not a function object "
                            + "valid expected token unexpected in script module import export network connection refused reset closed timeout certificate invalid authority date name storage quota exceeded worker "
                            + "service registration scope permission denied device media play interrupted signal aborted cookie rejected cross site frame ancestor")
                    .split(" ");

    @Param({"400", "10000"})
    public int articles;

    private Path folder = Path.of("");
    private Site site;
    private String line = "";
    private String console = "";

    @Setup
    public void build() throws IOException {
        folder = Files.createTempDirectory("errorwiki-scale");
        Random random = new Random(7);
        Path content = Files.createDirectories(folder.resolve("content/generated"));
        Files.writeString(
                content.resolve("_collection.md"), "---\ntitle: Generated\nsummary: All.\n---\n");
        for (int i = 0; i < articles; i++) {
            StringBuilder text =
                    new StringBuilder(
                            "---\ntitle: Error "
                                    + i
                                    + "\nsummary: It is number "
                                    + i
                                    + ".\ncodes: [net::ERR_GENERATED_"
                                    + i
                                    + "]\nmessages:\n  chrome:\n");
            for (int j = 0; j < 5; j++) {
                text.append("    - \"")
                        .append(sentence(random, 4))
                        .append(" '{url}' ")
                        .append(sentence(random, 5))
                        .append(" kind")
                        .append(i)
                        .append(" {value} ")
                        .append(sentence(random, 3))
                        .append("\"\n");
            }
            text.append("---\n\n## Quick answer\n\n**Why?**\n\nSo.\n\n## Overview\n\n")
                    .append(sentence(random, 60))
                    .append(
                            "\n\n## Key details\n\n- a\n\n## Common causes\n\n- b\n\n## Steps\n\n1. c\n");
            Files.writeString(content.resolve("error-" + i + ".md"), text);
        }
        site = SiteBuilder.build(folder.resolve("content"), folder.resolve("data"));
        line =
                site.library()
                        .article("error-" + articles / 2)
                        .orElseThrow()
                        .head()
                        .wordings()
                        .get(2)
                        .template()
                        .text()
                        .replace("{url}", "https://app.example.com/orders/7?x=1")
                        .replace("{value}", "undefined");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < 63 * 1024; i++) {
            lines.append("app.js:")
                    .append(i)
                    .append(" GET https://cdn.example.com/asset-")
                    .append(i)
                    .append(".png 200 (OK)\n");
            lines.append(
                            i % 7 == 0
                                    ? line
                                    : "    at render (https://app.example.com/app.js:" + i + ":13)")
                    .append('\n');
        }
        console = lines.toString();
    }

    private static String sentence(Random random, int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.toString();
    }

    @TearDown(Level.Trial)
    public void clean() throws IOException {
        Folders.delete(folder);
    }

    @Benchmark
    public Explanation line() {
        return site.searcher().explain("app.js:12 Uncaught TypeError: " + line);
    }

    @Benchmark
    public Explanation console() {
        return site.searcher().explain(console);
    }
}

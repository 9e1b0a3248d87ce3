package wiki.errorcodes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import wiki.errorcodes.cli.Main;

/**
 * Indexing from nothing, as a program of its own, against the build of the same Markdown files by
 * VitePress with its local search.
 */
final class IndexSuite {

    private static final String VITEPRESS = "1.6.4";
    private static final Path FOLDER = Path.of("target", "bench", "index");
    private static final int RUNS = 3;
    private static final int SEED = 7;

    /** VitePress reads double braces as its own; ours stand for values. */
    private static final String CONFIG =
            """
            export default {
              title: "Generated",
              ignoreDeadLinks: true,
              themeConfig: { search: { provider: "local" } },
              vue: { template: { compilerOptions: { delimiters: ["\\u0001", "\\u0002"] } } },
            };
            """;

    private final Results results;

    private IndexSuite(Results results) {
        this.results = results;
    }

    /**
     * @param args {@code --short} for the small form, without VitePress
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> versions = Map.of("vitepress", VITEPRESS);
        Results results = new Results("index", "Indexing", "VitePress", versions);
        IndexSuite suite = new IndexSuite(results);
        try {
            if (Arrays.asList(args).contains("--short")) {
                suite.growth(500, 2_000);
            } else {
                suite.againstVitePress(2_000);
                suite.cold(10_000, 2);
                suite.coldInSmallHeap(100_000);
            }
        } finally {
            Folders.delete(FOLDER);
        }
        System.exit(results.finish(System.err));
    }

    private void growth(int small, int large) throws Exception {
        Path few = write(small);
        Path many = write(large);
        double before = median(() -> index(few, List.of(), List.of()));
        double after = median(() -> index(many, List.of(), List.of()));
        results.add(small + " articles", "s", before);
        results.add(large + " articles", "s", after);
        results.atMost(
                "time for each article, growth from " + small + " to " + large,
                after / large / (before / small),
                1.25);
    }

    private void againstVitePress(int articles) throws Exception {
        Path peer = FOLDER.resolve("peer");
        // Where VitePress finds its modules, too; hidden folders are none of ours.
        Path content = peer.resolve("docs");
        new GeneratedWiki(articles, SEED).write(content);
        Files.createDirectories(content.resolve(".vitepress"));
        Files.writeString(content.resolve(".vitepress/config.js"), CONFIG);
        Files.writeString(
                peer.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
        run(peer, List.of("npm", "install", "--no-audit", "--no-fund", "vitepress@" + VITEPRESS));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            ours.add(index(content, List.of(), List.of()));
            theirs.add(run(peer, List.of("npx", "vitepress", "build", "docs")));
        }
        double mine = median(ours);
        double vitepress = median(theirs);
        results.compare(articles + " articles", "s", mine, vitepress);
        results.atMost(articles + " articles, ours to VitePress'", mine / vitepress, 0.1);
    }

    private void cold(int articles, int cores) throws Exception {
        Path content = write(articles);
        List<String> pinned = List.of("taskset", "-c", "0-" + (cores - 1));
        results.add(
                articles + " articles, " + cores + " cores",
                "s",
                median(() -> index(content, pinned, List.of())));
    }

    private void coldInSmallHeap(int articles) throws Exception {
        results.add(
                articles + " articles, 1 GB of heap",
                "s",
                index(write(articles), List.of(), List.of("-Xmx1g")));
    }

    private static Path write(int articles) throws IOException {
        Path content = FOLDER.resolve("wiki-" + articles);
        new GeneratedWiki(articles, SEED).write(content);
        return content;
    }

    /** Indexes from nothing; returns the seconds. */
    private static double index(Path content, List<String> pinned, List<String> options)
            throws IOException, InterruptedException {
        Path data = FOLDER.resolve("data");
        Folders.delete(data);
        List<String> command = new ArrayList<>(pinned);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("index", "--content", content.toString()));
        command.addAll(List.of("--data", data.toString()));
        return run(Path.of(""), command);
    }

    /** Runs a program to its end; returns the seconds. */
    private static double run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path log = Files.createTempFile("bench", ".log");
        int exit =
                new ProcessBuilder(command)
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ": " + Files.readString(log));
        }
        Files.delete(log);
        return seconds;
    }

    private static double median(Callable<Double> run) throws Exception {
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(run.call());
        }
        return median(runs);
    }

    private static double median(List<Double> runs) {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }
}

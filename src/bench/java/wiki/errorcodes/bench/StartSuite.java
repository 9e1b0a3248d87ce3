package wiki.errorcodes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the start of the process to the first 200 on an article, with an index that is up to date:
 * plain, and with the archive that a rehearsal leaves.
 */
final class StartSuite implements Bench.Suite {

    private static final String ARTICLE = "/errors/cors-preflight-request-failed";
    private static final int AOT_SINCE = 25;

    /** Lets the compiler wait until the first page, as the documentation advises. */
    private static final String LATER = "-XX:CompileThresholdScaling=10";

    @Override
    public Figures run(boolean brief) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("errorwiki-bench");
        boolean aot = Runtime.version().feature() >= AOT_SINCE;
        String archive = folder.resolve("errorwiki.archive").toString();
        String making = aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        String using = aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        Program.output(command(folder, List.of(making + archive), List.of("rehearse")));
        List<Double> plain = new ArrayList<>();
        List<Double> archived = new ArrayList<>();
        int rounds = brief ? 3 : 11;
        for (int round = 0; round < rounds; round++) {
            plain.add(start(folder, List.of()));
            archived.add(start(folder, List.of(using + archive)));
        }
        String name = aot ? "with an AOT cache" : "with AppCDS";
        String java = "Java " + Runtime.version().feature();
        Map<String, String> versions = Figures.machine();
        versions.put("options", String.join(" ", Program.SMALL) + ' ' + LATER);
        return new Figures(
                aot ? "start-aot" : "start",
                "Starting on " + java,
                versions,
                List.of(
                        new Figures.Row("first page, " + name, java, "s", archived),
                        new Figures.Row("first page, plain", java, "s", plain)),
                List.of(
                        new Figures.Check(
                                "first page " + name + ", of the plain time",
                                false,
                                Figures.ratio(archived, plain),
                                0.75,
                                1.1),
                        new Figures.Check(
                                "first page " + name + ", s",
                                false,
                                Figures.median(archived),
                                aot ? 0.5 : 0.9,
                                Figures.Check.NEVER_FAILS)));
    }

    private static double start(Path folder, List<String> options)
            throws IOException, InterruptedException {
        int port = Program.freePort();
        List<String> arguments = List.of("serve", "--port", String.valueOf(port));
        long before = System.nanoTime();
        try (Program server =
                Program.start(folder.resolve("server.log"), command(folder, options, arguments))) {
            server.await("http://127.0.0.1:" + port + ARTICLE);
            return (System.nanoTime() - before) / 1e9;
        }
    }

    private static List<String> command(Path folder, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(Program.SMALL);
        command.add(LATER);
        command.addAll(options);
        command.addAll(List.of("-jar", Program.JAR.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return command;
    }
}

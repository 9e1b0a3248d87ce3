package wiki.errorcodes.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs while something is measured; ended when closed. */
final class Program implements AutoCloseable {

    /** The options for a small machine that the documentation names. */
    static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx64m",
                    "-Xmn12m",
                    "-XX:ReservedCodeCacheSize=32m",
                    "-XX:TrimNativeHeapInterval=3000");

    /** The environment for a small machine: C code shares one arena instead of one a thread. */
    private static final Map<String, String> SMALL_ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    static final Path JAR = Path.of("target/errorwiki.jar").toAbsolutePath();

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long PATIENCE_SECONDS = 60;

    /** As Linux counts processor time, on every architecture. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    static Program start(Path log, List<String> command) throws IOException {
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        program.environment().putAll(SMALL_ENVIRONMENT);
        return new Program(program.start());
    }

    /** Returns a command on the first half of the cores; anywhere when there are too few. */
    static List<String> served(List<String> command) {
        return pinned("0-" + (CORES / 2 - 1), command);
    }

    /** Returns a command on the other half. */
    static List<String> loading(List<String> command) {
        return pinned(CORES / 2 + "-" + (CORES - 1), command);
    }

    private static List<String> pinned(String cores, List<String> command) {
        if (CORES < 4) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("taskset", "-c", cores));
        all.addAll(command);
        return all;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Returns when an address answers with 200. */
    void await(String url) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(url).toURL().openConnection();
                if (connection.getResponseCode() == 200) {
                    connection.getInputStream().readAllBytes();
                    return;
                }
            } catch (IOException notYet) {
                // Asked again below.
            }
            Thread.sleep(2);
        }
        throw new IOException("no answer from " + url);
    }

    /** Returns the memory it holds, in bytes. */
    double memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** Returns how long it and its children have kept processors busy. */
    double processorSeconds() throws IOException {
        long ticks = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
            String stat = Files.readString(Path.of("/proc/" + each.pid() + "/stat"));
            // The name before the last bracket may have blanks; user and system time are 14 and 15.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Runs a command to its end and returns what it printed. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package wiki.errorcodes.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a suite has measured: printed as a table, written to {@code target/bench/<suite>.json}, and
 * held against bounds. Bounds are on ratios within one run, never on times, so that they hold on
 * any machine.
 */
final class Results {

    private static final Path FOLDER = Path.of("target", "bench");

    private final String suite;
    private final Map<String, String> versions;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * @param versions program → version, ours and the peer's
     */
    Results(String suite, Map<String, String> versions) {
        this.suite = suite;
        this.versions = versions;
    }

    /** Adds a figure of ours beside the peer's. */
    void compare(String name, String unit, double ours, double peer) {
        add(name, unit, ours, OptionalDouble.of(peer));
    }

    /** Adds a figure that has no peer. */
    void add(String name, String unit, double ours) {
        add(name, unit, ours, OptionalDouble.empty());
    }

    private void add(String name, String unit, double ours, OptionalDouble peer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("unit", unit);
        row.put("ours", ours);
        if (peer.isPresent()) {
            row.put("peer", peer.getAsDouble());
            row.put("ratio", ours / peer.getAsDouble());
        }
        rows.add(row);
        System.out.println(line(row));
    }

    /** Adds what one figure is of another, which must not be more than a bound. */
    void atMost(String name, double ratio, double bound) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("unit", "times");
        row.put("ours", ratio);
        row.put("bound", bound);
        rows.add(row);
        System.out.println(line(row));
        if (!(ratio <= bound)) {
            failures.add(String.format(Locale.ROOT, "%s is %.2f, bound %.2f", name, ratio, bound));
        }
    }

    private static String line(Map<String, Object> row) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%-48s", row.get("name")));
        for (String column : List.of("ours", "peer", "ratio", "bound")) {
            if (row.get(column) instanceof Double value) {
                line.append(String.format(Locale.ROOT, "  %s %,.3f", column, value));
            }
        }
        return line.append(' ').append(row.get("unit")).toString();
    }

    /** Writes the JSON and says which bounds do not hold; returns the exit code. */
    int finish(PrintStream err) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("suite", suite);
        all.put("machine", machine());
        all.put("versions", versions);
        all.put("rows", rows);
        Files.createDirectories(FOLDER);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(FOLDER.resolve(suite + ".json").toFile(), all);
        failures.forEach(failure -> err.println("too much: " + failure));
        return failures.isEmpty() ? 0 : 1;
    }

    private static Map<String, Object> machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model =
                Files.isReadable(cpus)
                        ? Files.readAllLines(cpus).stream()
                                .filter(line -> line.startsWith("model name"))
                                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                                .findFirst()
                                .orElse("unknown")
                        : System.getProperty("os.arch");
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpu", model);
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.version"));
        return machine;
    }
}

package wiki.errorcodes.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a suite found, and the one form of {@code target/bench/<suite>.json}. A suite of any
 * language that writes this form appears in the report.
 *
 * @param suite its name, lower case
 * @param title the heading in the report
 * @param versions of everything that was measured, and the machine
 * @param rows the measurements, in the order of the table
 * @param checks what the figures should be
 */
record Figures(
        String suite,
        String title,
        Map<String, String> versions,
        List<Row> rows,
        List<Check> checks) {

    static final Path FOLDER = Path.of("target/bench");

    /**
     * One line of the table.
     *
     * @param what is measured
     * @param who is measured
     * @param runs the value of each run, in the unit
     */
    record Row(String what, String who, String unit, List<Double> runs) {

        double median() {
            return Figures.median(runs);
        }
    }

    /**
     * A bound on a ratio or a size.
     *
     * @param atLeast whether the value must not be smaller than the bound; otherwise not larger
     * @param wanted the goal of the project, on a quiet machine with four cores
     * @param bound what fails a short run, on any machine
     */
    record Check(String what, boolean atLeast, double value, double wanted, double bound) {

        /** The bound of what depends on the machine more than on us. */
        static final double NEVER_FAILS = Double.MAX_VALUE;

        boolean holds(double limit) {
            return atLeast ? value >= limit : value <= limit;
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Returns how one figure stands to another, each the median of the ratios within a round. */
    static double ratio(List<Double> ours, List<Double> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return median(ratios);
    }

    /** Keeps the figures of a full run, which the report reads, and prints them. */
    void write() throws IOException {
        write(FOLDER);
    }

    /** Keeps those of a short run apart: they are no figures to publish. */
    void writeShort() throws IOException {
        write(FOLDER.resolve("short"));
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(suite + ".json").toFile(), this);
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %-18s %12.2f %s%n",
                    row.what(),
                    row.who(),
                    row.median(),
                    row.unit());
        }
        for (Check check : checks) {
            System.out.printf(
                    Locale.ROOT,
                    "%-54s %9.3f, wanted %s %.2f%s%n",
                    check.what(),
                    check.value(),
                    check.atLeast() ? "at least" : "at most",
                    check.wanted(),
                    check.holds(check.wanted()) ? "" : " (missed)");
        }
    }

    /** Returns the machine and the Java that runs this. */
    static Map<String, String> machine() throws IOException {
        Map<String, String> machine = new TreeMap<>();
        machine.put(
                "cpu",
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch")));
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("load", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        machine.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        return machine;
    }
}

package wiki.errorcodes.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Collects what a suite measures besides a peer that needs libraries of its own, so that it runs by
 * Maven and not by {@link Bench}.
 */
final class Results {

    private static final String OURS = "wiki";

    private final String suite;
    private final String title;
    private final String peer;
    private final Map<String, String> versions;
    private final List<Figures.Row> rows = new ArrayList<>();
    private final List<Figures.Check> checks = new ArrayList<>();

    /**
     * @param peer who it is measured beside
     * @param versions program → version, of the peer
     */
    Results(String suite, String title, String peer, Map<String, String> versions) {
        this.suite = suite;
        this.title = title;
        this.peer = peer;
        this.versions = versions;
    }

    /** Adds a figure of ours beside the peer's. */
    void compare(String name, String unit, double ours, double theirs) {
        add(name, unit, ours);
        rows.add(new Figures.Row(name, peer, unit, List.of(theirs)));
    }

    /** Adds a figure of ours. */
    void add(String name, String unit, double ours) {
        rows.add(new Figures.Row(name, OURS, unit, List.of(ours)));
    }

    /** Adds what one figure is of another, which must not be more than a bound. */
    void atMost(String name, double ratio, double bound) {
        checks.add(new Figures.Check(name, false, ratio, bound, bound));
    }

    /** Writes the figures and says which bounds do not hold; returns the exit code. */
    int finish(PrintStream err) throws IOException {
        Map<String, String> all = Figures.machine();
        all.putAll(versions);
        new Figures(suite, title, all, rows, checks).write();
        List<Figures.Check> missed =
                checks.stream().filter(check -> !check.holds(check.bound())).toList();
        missed.forEach(
                check -> err.println("out of bounds: " + check.what() + ", " + check.value()));
        return missed.isEmpty() ? 0 : 1;
    }
}

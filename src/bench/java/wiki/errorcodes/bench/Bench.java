package wiki.errorcodes.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs suites by name, all of them when none is named, and reports. */
final class Bench {

    /** A suite measures and returns what it found. A short one takes seconds. */
    interface Suite {
        Figures run(boolean brief) throws IOException, InterruptedException;
    }

    private static final Map<String, Suite> SUITES = new LinkedHashMap<>();

    static {
        SUITES.put("serve", new ServeSuite());
        SUITES.put("cost", new CostSuite());
        SUITES.put("start", new StartSuite());
        SUITES.put("save", new SaveSuite());
    }

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(List.of(args));
        if (names.equals(List.of("report"))) {
            Report.write();
            return;
        }
        boolean brief = names.remove("--short");
        if (!SUITES.keySet().containsAll(names)) {
            System.err.println("suites: " + String.join(", ", SUITES.keySet()) + "; --short");
            System.exit(2);
        }
        boolean holds = true;
        for (String name : names.isEmpty() ? List.copyOf(SUITES.keySet()) : names) {
            System.out.println("== " + name);
            Figures figures = SUITES.get(name).run(brief);
            if (brief) {
                figures.writeShort();
            } else {
                figures.write();
            }
            for (Figures.Check check : figures.checks()) {
                if (brief && !check.holds(check.bound())) {
                    System.err.println("out of bounds: " + check.what() + ", " + check.value());
                    holds = false;
                }
            }
        }
        if (!brief) {
            Report.write();
        }
        System.exit(holds ? 0 : 1);
    }
}

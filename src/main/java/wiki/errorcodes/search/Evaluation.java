package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import wiki.errorcodes.article.Library;

/** Measures the search against pastes whose right article is known. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * A paste and what it should come to.
     *
     * @param id how failures name it
     * @param text the paste
     * @param kind {@code single}, {@code stack}, {@code page}, {@code typo}, {@code question}: the
     *     first error must be one of {@code gold}; {@code multi}: all of {@code goldAll} and
     *     nothing else; {@code negative} and {@code uncovered}: none
     * @param browser who printed it; only for the figures
     * @param gold acceptable slugs, best first
     * @param goldAll slugs of every distinct error in the paste; empty unless it is {@code multi}
     */
    public record Case(
            String id,
            String text,
            String kind,
            String browser,
            List<String> gold,
            List<String> goldAll) {

        public Case {
            gold = List.copyOf(gold);
            goldAll = List.copyOf(goldAll);
        }
    }

    /** How a case went. */
    public enum Result {
        RIGHT,
        /**
         * The right article is shown, but not first; for multi, all are found and something wrong
         * too.
         */
        LATE,
        WRONG,
        /** No article of the wiki could be right, and none was claimed. */
        UNCOVERED,
        /** No article of the wiki could be right, and one was claimed as certain. */
        OVERCLAIMED
    }

    /**
     * A case and what came.
     *
     * @param found slug of the first hit of each error that was not of verdict none, in the order
     *     shown
     * @param confidence of the first one; 0 when there is none
     */
    public record Outcome(Case asked, Result result, List<String> found, double confidence) {

        public Outcome {
            found = List.copyOf(found);
        }
    }

    public static List<Outcome> run(List<Case> cases, Library library, Searcher searcher) {
        return cases.stream().map(asked -> run(asked, library, searcher)).toList();
    }

    private static Outcome run(Case asked, Library library, Searcher searcher) {
        List<Finding> shown =
                searcher.explain(asked.text()).findings().stream()
                        .filter(finding -> finding.verdict() != Verdict.NONE)
                        .toList();
        List<String> found =
                shown.stream().map(finding -> finding.hits().get(0).article().slug()).toList();
        double confidence = shown.isEmpty() ? 0 : shown.get(0).hits().get(0).confidence();
        return new Outcome(asked, result(asked, library, shown, found), found, confidence);
    }

    private static Result result(
            Case asked, Library library, List<Finding> shown, List<String> found) {
        boolean expectsNone = asked.kind().equals("negative");
        boolean covered = asked.gold().stream().anyMatch(slug -> library.article(slug).isPresent());
        if (expectsNone) {
            return found.isEmpty() ? Result.RIGHT : Result.WRONG;
        }
        if (!covered) {
            boolean certain =
                    shown.stream().anyMatch(finding -> finding.verdict() == Verdict.MATCH);
            return certain ? Result.OVERCLAIMED : Result.UNCOVERED;
        }
        if (asked.kind().equals("multi")) {
            return multi(asked, library, shown, found);
        }
        if (!found.isEmpty() && asked.gold().contains(found.get(0))) {
            return Result.RIGHT;
        }
        boolean somewhere =
                shown.stream()
                        .flatMap(finding -> finding.hits().stream())
                        .anyMatch(hit -> asked.gold().contains(hit.article().slug()));
        return somewhere ? Result.LATE : Result.WRONG;
    }

    private static Result multi(
            Case asked, Library library, List<Finding> shown, List<String> found) {
        Set<String> wanted = new LinkedHashSet<>(asked.goldAll());
        wanted.removeIf(slug -> library.article(slug).isEmpty());
        Set<String> acceptable = new LinkedHashSet<>(asked.goldAll());
        acceptable.addAll(asked.gold());
        boolean all =
                wanted.stream()
                        .allMatch(
                                slug ->
                                        shown.stream()
                                                .flatMap(finding -> finding.hits().stream())
                                                .anyMatch(
                                                        hit -> hit.article().slug().equals(slug)));
        boolean only =
                shown.stream()
                        .allMatch(
                                finding ->
                                        finding.hits().stream()
                                                .anyMatch(
                                                        hit ->
                                                                acceptable.contains(
                                                                        hit.article().slug())));
        return all ? only ? Result.RIGHT : Result.LATE : Result.WRONG;
    }

    /**
     * Figures of a group of cases; uncovered ones are left out of the shares.
     *
     * @param cases covered cases
     * @param right of those
     * @param late of those
     * @param uncovered cases that no article could answer
     * @param overclaimed of the uncovered ones
     */
    public record Figures(int cases, int right, int late, int uncovered, int overclaimed) {

        /** Returns the share of right ones, 0 to 1; 1 when there are no cases. */
        public double accuracy() {
            return cases == 0 ? 1 : (double) right / cases;
        }

        /**
         * Returns the share in which the right articles were shown at all; for multi, that every
         * error was found.
         */
        public double recall() {
            return cases == 0 ? 1 : (double) (right + late) / cases;
        }

        static Figures of(List<Outcome> outcomes) {
            int uncovered = count(outcomes, Result.UNCOVERED);
            int overclaimed = count(outcomes, Result.OVERCLAIMED);
            return new Figures(
                    outcomes.size() - uncovered - overclaimed,
                    count(outcomes, Result.RIGHT),
                    count(outcomes, Result.LATE),
                    uncovered + overclaimed,
                    overclaimed);
        }

        private static int count(List<Outcome> outcomes, Result result) {
            return (int) outcomes.stream().filter(outcome -> outcome.result() == result).count();
        }
    }

    /** Returns the figures of each group, groups in alphabetical order. */
    public static Map<String, Figures> figures(
            List<Outcome> outcomes, Function<Case, String> group) {
        Map<String, List<Outcome>> groups = new TreeMap<>();
        outcomes.forEach(
                outcome ->
                        groups.computeIfAbsent(
                                        group.apply(outcome.asked()), any -> new ArrayList<>())
                                .add(outcome));
        Map<String, Figures> figures = new TreeMap<>();
        groups.forEach((name, members) -> figures.put(name, Figures.of(members)));
        return figures;
    }

    /**
     * A row of a reliability table.
     *
     * @param from lowest confidence, inclusive
     * @param to highest confidence, exclusive but for the last row
     * @param shown first hits with such a confidence
     * @param right of those
     */
    public record Reliability(double from, double to, int shown, int right) {}

    /**
     * Returns how often first hits of a confidence were right; cases that nobody could answer count
     * as wrong when something is shown.
     */
    public static List<Reliability> reliability(List<Outcome> outcomes) {
        List<Reliability> table = new ArrayList<>();
        double[] bounds = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0};
        for (int i = 0; i + 1 < bounds.length; i++) {
            double from = bounds[i];
            double to = i + 2 == bounds.length ? Double.MAX_VALUE : bounds[i + 1];
            List<Outcome> members =
                    outcomes.stream()
                            .filter(
                                    one ->
                                            !one.found().isEmpty()
                                                    && one.confidence() >= from
                                                    && one.confidence() < to)
                            .toList();
            int right = (int) members.stream().filter(one -> isRight(one)).count();
            table.add(new Reliability(from, bounds[i + 1], members.size(), right));
        }
        return table;
    }

    private static boolean isRight(Outcome outcome) {
        Optional<String> first = outcome.found().stream().findFirst();
        return first.isPresent()
                && (outcome.asked().gold().contains(first.get())
                        || outcome.asked().goldAll().contains(first.get()));
    }
}

package wiki.errorcodes.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.Version;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.bench.GeneratedWiki.Kind;
import wiki.errorcodes.bench.GeneratedWiki.Paste;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Searcher;

/**
 * Searching against Apache Lucene: the same articles, the same pastes, one thread, both in memory
 * and warm. Latency, share of pastes whose first article is the right one, and how both grow.
 */
final class SearchSuite {

    private static final long WARM_UP_NANOS = 1_000_000_000L;
    private static final int PASSES = 2;

    /** What a search by signature or identifier may become slower from one size to the next. */
    private static final double MOST_GROWTH = 3;

    // What our figures may be of Lucene's in a short run, beside whatever else the machine does.
    private static final double NOISE = 1.5;
    private static final double NOISE_OF_SLOWEST = 4;

    /**
     * Whatever the warm-up, code may be compiled again in the middle of a measurement, when a
     * larger wiki or another kind of paste takes other branches, and is ten times slower meanwhile.
     * So everything is measured several times, in turns, and the quickest counts, for both.
     */
    private static final int ROUNDS = 3;

    private final Results results;
    private final int pastes;
    private final Map<String, Double> medians = new HashMap<>();

    private SearchSuite(Results results, int pastes) {
        this.results = results;
        this.pastes = pastes;
    }

    /** Answers a paste with the slug of its best article; empty when there is none. */
    private interface Engine {
        String best(Paste paste) throws IOException;
    }

    /** Latencies in microseconds, sorted, and the share of right answers. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Measured(double[] times, double accuracy) {

        double at(double share) {
            return times[(int) Math.min(times.length - 1, times.length * share)];
        }
    }

    /**
     * @param args {@code --short} for the small form
     */
    public static void main(String[] args) throws IOException {
        boolean small = Arrays.asList(args).contains("--short");
        int[] sizes = small ? new int[] {1_000, 8_000} : new int[] {300, 10_000, 100_000};
        Results results =
                new Results(
                        "search",
                        "Searching",
                        "Lucene",
                        Map.of("lucene", Version.LATEST.toString()));
        SearchSuite suite = new SearchSuite(results, small ? 100 : 1_000);
        for (int size : sizes) {
            suite.measure(size, small ? 2 : 1);
        }
        for (Kind kind : List.of(Kind.MESSAGE, Kind.STACK, Kind.CODE)) {
            int before = sizes[sizes.length - 2];
            int after = sizes[sizes.length - 1];
            results.atMost(
                    name(kind) + ", p50, growth from " + before + " to " + after,
                    suite.medians.get(name(kind) + after) / suite.medians.get(name(kind) + before),
                    MOST_GROWTH);
        }
        System.exit(results.finish(System.err));
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param shorter by how much less to warm up
     */
    private void measure(int size, int shorter) throws IOException {
        GeneratedWiki wiki = new GeneratedWiki(size, 7);
        Library library = wiki.library();
        Searcher searcher = new Searcher(library);
        Map<Kind, List<Paste>> all = new EnumMap<>(wiki.pastes(pastes));
        Map<Kind, Measured> ours = run(all, paste -> best(searcher, paste), shorter);
        ours.forEach((kind, mine) -> medians.put(name(kind) + size, mine.at(0.5)));
        try (LuceneSearch lucene = new LuceneSearch(library)) {
            for (LuceneSearch.Fields fields : LuceneSearch.Fields.values()) {
                Engine peer = paste -> first(lucene.search(paste.text(), fields, 10));
                Map<Kind, Measured> theirs = run(all, peer, shorter);
                String where = size + " articles, fields " + name(fields) + ", ";
                theirs.forEach((kind, one) -> compare(where + name(kind), ours.get(kind), one));
                compare(where + "all", together(ours), together(theirs));
                bounds(where + "all", together(ours), together(theirs), shorter > 1);
            }
        }
    }

    private void compare(String where, Measured ours, Measured peer) {
        results.compare(where + ", p50", "µs", ours.at(0.5), peer.at(0.5));
        results.compare(where + ", p99", "µs", ours.at(0.99), peer.at(0.99));
        results.compare(where + ", first is right", "share", ours.accuracy(), peer.accuracy());
    }

    /**
     * @param brief whether too little is measured for the slowest hundredth to mean much
     */
    private void bounds(String where, Measured ours, Measured peer, boolean brief) {
        results.atMost(
                where + ", p50, ours to Lucene's", ours.at(0.5) / peer.at(0.5), brief ? NOISE : 1);
        results.atMost(
                where + ", p99, ours to Lucene's",
                ours.at(0.99) / peer.at(0.99),
                brief ? NOISE_OF_SLOWEST : 1);
        results.atMost(
                where + ", wrong first, ours to Lucene's",
                (1 - ours.accuracy()) / Math.max(1e-9, 1 - peer.accuracy()),
                1);
    }

    private static Measured together(Map<Kind, Measured> measured) {
        double[] times =
                measured.values().stream()
                        .flatMapToDouble(one -> Arrays.stream(one.times()))
                        .toArray();
        Arrays.sort(times);
        return new Measured(
                times,
                measured.values().stream().mapToDouble(Measured::accuracy).average().orElse(0));
    }

    /** Questions go where the search field sends them, all else to where pastes go. */
    private static String best(Searcher searcher, Paste paste) {
        List<Hit> hits =
                paste.kind() == Kind.QUESTION
                        ? searcher.search(Query.of(paste.text()))
                        : searcher.explain(paste.text()).findings().get(0).hits();
        return hits.isEmpty() ? "" : hits.get(0).article().slug();
    }

    private static String first(List<String> slugs) {
        return slugs.isEmpty() ? "" : slugs.get(0);
    }

    private static Map<Kind, Measured> run(Map<Kind, List<Paste>> all, Engine engine, int shorter)
            throws IOException {
        Map<Kind, Measured> quickest = new EnumMap<>(Kind.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Kind, List<Paste>> same : all.entrySet()) {
                quickest.merge(
                        same.getKey(),
                        run(same.getValue(), engine, shorter),
                        (one, other) -> one.at(0.5) <= other.at(0.5) ? one : other);
            }
        }
        return quickest;
    }

    private static Measured run(List<Paste> pastes, Engine engine, int shorter) throws IOException {
        int right = 0;
        for (Paste paste : pastes) {
            right += engine.best(paste).equals(paste.slug()) ? 1 : 0;
        }
        long end = System.nanoTime() + WARM_UP_NANOS / shorter;
        for (int i = 0; System.nanoTime() < end; i++) {
            engine.best(pastes.get(i % pastes.size()));
        }
        double[] times = new double[PASSES * pastes.size()];
        for (int i = 0; i < times.length; i++) {
            Paste paste = pastes.get(i % pastes.size());
            long start = System.nanoTime();
            engine.best(paste);
            times[i] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(times);
        return new Measured(times, right / (double) pastes.size());
    }
}

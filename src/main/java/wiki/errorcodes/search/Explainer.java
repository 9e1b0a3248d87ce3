package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.FragmentIndex.Fragment;
import wiki.errorcodes.signature.PastedText;

/**
 * Reads one paste: what is proved, what is likely, what stays unexplained, and which error causes
 * which.
 */
final class Explainer {

    /**
     * Lines that match nothing are compared with every wording; more than this many distinct ones
     * say nothing new.
     */
    private static final int MOST_LINES = 60;

    /** Only a short text is compared as a whole. */
    private static final int LONGEST_QUESTION = 700;

    /** More rivals than this help nobody. */
    private static final int MOST_RIVALS = 3;

    private final Signatures signatures;
    private final PastedText text;
    private final Proof proof;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Explanation.Unexplained> unexplained = new ArrayList<>();
    private @Nullable Boolean foreign;

    private Explainer(Signatures signatures, PastedText text) {
        this.signatures = signatures;
        this.text = text;
        this.proof = new Proof(text);
    }

    /** Returns what a paste came to; no findings when nothing is even likely. */
    static Explanation explain(Signatures signatures, PastedText text) {
        Explainer explainer = new Explainer(signatures, text);
        explainer.read();
        return new Explanation(Causes.first(explainer.findings), explainer.unexplained);
    }

    private void read() {
        Signatures.Reading reading = signatures.read(text);
        proved(
                withoutPreambles(withoutPageText(reading.proved())),
                proof.isPageOfUnknown(signatures));
        lines(reading);
        if (!unexplained.isEmpty()) {
            findings.replaceAll(Explainer::doubted);
        }
        if (findings.isEmpty() && text.text().length() <= LONGEST_QUESTION && !isForeign()) {
            likely(text.text(), 0, text.text().length(), Confidence.WHOLE_TEXT)
                    .ifPresent(findings::add);
        }
        if (findings.isEmpty() && !isForeign()) {
            mentioned(reading.mentioned());
        }
        if (findings.isEmpty() && !isForeign()) {
            translated();
        }
    }

    /** Looks for what browsers do not translate. */
    private void translated() {
        for (Console.Line line : Console.read(text.text())) {
            List<Article> about =
                    line.kind() == Console.Kind.FRAME
                            ? List.of()
                            : signatures.inAnotherLanguage(
                                    text.text().substring(line.start(), line.end()));
            if (!about.isEmpty()) {
                List<Hit> hits =
                        about.stream()
                                .limit(MOST_RIVALS)
                                .map(
                                        article ->
                                                new Hit(
                                                        article,
                                                        Evidence.TEXT,
                                                        Confidence.LIKELY
                                                                / Math.min(
                                                                        MOST_RIVALS, about.size()),
                                                        Map.of(),
                                                        Optional.empty(),
                                                        Snippets.ofPaste(
                                                                text, line.start(), line.end())))
                                .toList();
                findings.add(finding(line.start(), line.end(), 1, Verdict.LIKELY, hits));
                unexplained.removeIf(
                        other -> other.line() == lineNumber(text.rawOffset(line.start())));
                return;
            }
        }
    }

    /** Tells whether another program printed it; looked for when a strong match does not tell. */
    private boolean isForeign() {
        if (foreign == null) {
            foreign = Foreign.of(text.text()).isPresent();
        }
        return foreign;
    }

    private void proved(List<Signatures.Place> places, boolean unknownPage) {
        Map<String, List<Signatures.Place>> byError = new LinkedHashMap<>();
        for (Signatures.Place place : places) {
            byError.computeIfAbsent(place.best().entry().article().slug(), any -> new ArrayList<>())
                    .add(place);
        }
        for (List<Signatures.Place> same : byError.values()) {
            Signatures.Place shown = mostTelling(same);
            Alignment<Claim> best = shown.best();
            // Another program's log may use a browser's short words for something else.
            boolean doubtful = best.specificity() < Confidence.STRONG && isForeign();
            if (doubtful) {
                continue;
            }
            Optional<Alignment.Capture> quoted = Signatures.quotedUnknown(best);
            if (quoted.isPresent()) {
                quoted(shown, same.size(), quoted.get(), byError.size() == 1);
            } else {
                boolean proved =
                        shown.alignments().size() == 1 && !unknownPage && proof.isProof(best);
                if (proved || byError.size() == 1 || !proof.isBeginning(best)) {
                    findings.add(
                            finding(shown, same.size(), proved ? Verdict.MATCH : Verdict.LIKELY));
                } else {
                    unexplained(best.start(), best.end(), same.size());
                }
            }
        }
    }

    /**
     * What a message quotes is the error: compares that with every wording. The message itself is
     * an answer only where there is no better one.
     */
    private void quoted(
            Signatures.Place wrapper, int count, Alignment.Capture inner, boolean alone) {
        Optional<Finding> likely =
                likely(
                        inner.value(),
                        wrapper.best().start(),
                        wrapper.best().end(),
                        alone ? Confidence.ONLY_LINE : Confidence.FURTHER_LINE);
        if (likely.isPresent()) {
            findings.add(likely.get());
        } else if (alone) {
            findings.add(finding(wrapper, count, Verdict.LIKELY));
        } else {
            unexplained(wrapper.best().start(), wrapper.best().end(), count);
        }
    }

    private void unexplained(int start, int end, int count) {
        int from = text.rawOffset(start);
        unexplained.add(
                new Explanation.Unexplained(
                        text.raw().substring(from, text.rawOffset(end)).strip(),
                        lineNumber(from),
                        count));
    }

    /**
     * A message that says almost nothing has its cause elsewhere; where a line beside it stays
     * unexplained, that may be the cause, and what the article says of the usual ones is a guess.
     */
    private static Finding doubted(Finding finding) {
        return finding.hits().get(0).article().head().decisions().isEmpty()
                ? finding
                : finding.doubted();
    }

    /**
     * A browser's error page names its code on a line of its own; the sentences above it stand on
     * many such pages and add nothing. Returns the places without them.
     */
    private List<Signatures.Place> withoutPageText(List<Signatures.Place> places) {
        boolean page = false;
        for (Signatures.Place place : places) {
            Alignment<Claim> best = place.best();
            page |=
                    best.entry().evidence() == Evidence.CODE
                            && Proof.isOwnLine(text.text(), best.start(), best.end());
        }
        if (!page) {
            return places;
        }
        boolean console =
                text.text().contains("Uncaught")
                        || text.text().contains("[Error]")
                        || text.text().contains("Failed to load resource")
                        || text.text().contains("\n    at ");
        return console
                ? places
                : places.stream()
                        .filter(place -> place.best().entry().evidence() == Evidence.CODE)
                        .toList();
    }

    /**
     * Words that only introduce a more telling message on the same line, as {@code XMLHttpRequest
     * cannot load …} did, are part of it.
     */
    private List<Signatures.Place> withoutPreambles(List<Signatures.Place> places) {
        if (places.size() < 2) {
            return places;
        }
        return places.stream()
                .filter(
                        place ->
                                places.stream()
                                        .noneMatch(other -> isPreamble(place.best(), other.best())))
                .toList();
    }

    private boolean isPreamble(Alignment<Claim> preamble, Alignment<Claim> message) {
        return preamble.end() <= message.start()
                && message.start() - preamble.end() <= 4
                && preamble.specificity() < message.specificity()
                && text.text().substring(preamble.end(), message.start()).indexOf('\n') < 0;
    }

    private void mentioned(List<Signatures.Place> places) {
        places.stream()
                .max(Comparator.comparingInt(place -> place.best().specificity()))
                .filter(place -> place.best().specificity() >= Confidence.SHORTEST_MENTION)
                .ifPresent(place -> findings.add(finding(place, 1, Verdict.LIKELY)));
    }

    /**
     * Of several places of one error, the one that says most: a whole message before a mere
     * identifier.
     */
    private static Signatures.Place mostTelling(List<Signatures.Place> places) {
        if (places.size() == 1) {
            return places.get(0);
        }
        return places.stream()
                .min(
                        Comparator.<Signatures.Place, Evidence>comparing(
                                        place -> place.best().entry().evidence())
                                .thenComparing(place -> -place.best().specificity())
                                .thenComparing(place -> place.best().start()))
                .orElseThrow();
    }

    private Finding finding(Signatures.Place place, int count, Verdict verdict) {
        Alignment<Claim> best = place.best();
        List<Hit> hits = new ArrayList<>(place.alignments().size());
        for (Alignment<Claim> alignment : place.alignments()) {
            hits.add(
                    new Hit(
                            alignment.entry().article(),
                            alignment.entry().evidence(),
                            Confidence.of(alignment, verdict, place.alignments().size()),
                            alignment.values(),
                            alignment.entry().wording(),
                            Snippets.ofPaste(
                                    text,
                                    alignment.start(),
                                    alignment.end(),
                                    alignment.captures())));
        }
        return finding(best.start(), best.end(), count, verdict, hits);
    }

    private Finding finding(int start, int end, int count, Verdict verdict, List<Hit> hits) {
        int from = text.rawOffset(start);
        int to = text.rawOffset(end);
        return new Finding(
                text.raw().substring(from, to).strip(),
                lineNumber(from),
                count,
                verdict,
                hits,
                Optional.empty(),
                Optional.empty());
    }

    private int lineNumber(int rawOffset) {
        int line = 1;
        for (int i = 0; i < rawOffset; i++) {
            if (text.raw().charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Looks at the lines that no match touches: likely, or said to be unexplained. */
    private void lines(Signatures.Reading reading) {
        Map<String, List<Console.Line>> distinct = new LinkedHashMap<>();
        for (Console.Line line : Console.read(text.text())) {
            if (line.kind() != Console.Kind.ERROR) {
                continue;
            }
            boolean touched = false;
            for (Signatures.Place place : reading.proved()) {
                touched |= place.best().start() < line.end() && line.start() < place.best().end();
            }
            if (!touched) {
                distinct.computeIfAbsent(
                                text.text().substring(line.start(), line.end()).strip(),
                                any -> new ArrayList<>())
                        .add(line);
            }
        }
        Set<String> known = new LinkedHashSet<>();
        findings.forEach(finding -> finding.slug().ifPresent(known::add));
        boolean alone = findings.isEmpty();
        int looked = 0;
        for (List<Console.Line> same : distinct.values()) {
            if (++looked > MOST_LINES) {
                break;
            }
            Console.Line line = same.get(0);
            Optional<Finding> likely =
                    isForeign()
                            ? Optional.empty()
                            : likely(
                                    text.text().substring(line.start(), line.end()),
                                    line.start(),
                                    line.end(),
                                    alone ? Confidence.ONLY_LINE : Confidence.FURTHER_LINE);
            if (likely.isPresent() && likely.get().slug().filter(known::contains).isPresent()) {
                continue;
            }
            if (likely.isPresent()) {
                likely.get().slug().ifPresent(known::add);
                findings.add(likely.get());
            } else {
                unexplained(line.start(), line.end(), same.size());
            }
        }
    }

    /** Compares a stretch with every wording by its words. */
    private Optional<Finding> likely(String stretch, int start, int end, Confidence.Bar bar) {
        Map<Article, Fragment<Claim>> best = new LinkedHashMap<>();
        for (Fragment<Claim> fragment : signatures.resembling(stretch, bar.coverage())) {
            // One misspelt identifier is as good as a sentence.
            double least =
                    fragment.value().evidence() == Evidence.CODE
                            ? Confidence.LEAST_IDENTIFIER
                            : bar.weight();
            if (fragment.weight() >= least && fragment.share() >= bar.share()) {
                best.putIfAbsent(fragment.value().article(), fragment);
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        List<Map.Entry<Article, Fragment<Claim>>> ranked = new ArrayList<>(best.entrySet());
        double top = Confidence.score(ranked.get(0).getValue());
        List<Hit> hits =
                ranked.stream()
                        .filter(
                                entry ->
                                        Confidence.score(entry.getValue())
                                                >= top * Confidence.AS_GOOD)
                        .limit(MOST_RIVALS)
                        .map(
                                entry ->
                                        new Hit(
                                                entry.getKey(),
                                                entry.getValue().value().evidence(),
                                                Confidence.of(entry.getValue()),
                                                Map.of(),
                                                entry.getValue().value().wording(),
                                                Snippets.ofPaste(text, start, end)))
                        .toList();
        return Optional.of(finding(start, end, 1, Verdict.LIKELY, hits));
    }

    /** Puts causes before consequences. */
    private static final class Causes {

        private Causes() {}

        /**
         * Which finding explains which is data of the articles; everything else stays in the order
         * of the paste.
         */
        static List<Finding> first(List<Finding> findings) {
            if (findings.size() < 2) {
                return List.copyOf(findings);
            }
            List<Finding> inOrder = new ArrayList<>(findings);
            inOrder.sort(
                    Comparator.comparingInt(Finding::line)
                            .thenComparing(finding -> -finding.hits().get(0).confidence()));
            Map<String, Finding> bySlug = new HashMap<>();
            inOrder.forEach(
                    finding -> finding.slug().ifPresent(slug -> bySlug.putIfAbsent(slug, finding)));
            List<Finding> ordered = new ArrayList<>();
            Set<Finding> placed = new LinkedHashSet<>();
            for (Finding finding : inOrder) {
                if (cause(finding, bySlug).isEmpty()) {
                    place(finding, inOrder, bySlug, placed, ordered);
                }
            }
            // A circle of consequences has no first cause: the order of the paste decides.
            inOrder.forEach(finding -> place(finding, inOrder, bySlug, placed, ordered));
            return ordered;
        }

        private static void place(
                Finding finding,
                List<Finding> all,
                Map<String, Finding> bySlug,
                Set<Finding> placed,
                List<Finding> ordered) {
            if (!placed.add(finding)) {
                return;
            }
            // In a circle of consequences the first one has no cause.
            Optional<Finding> cause = cause(finding, bySlug).filter(placed::contains);
            ordered.add(cause.flatMap(Finding::slug).map(finding::causedBy).orElse(finding));
            for (Finding other : all) {
                if (cause(other, bySlug).filter(found -> found == finding).isPresent()) {
                    place(other, all, bySlug, placed, ordered);
                }
            }
        }

        private static Optional<Finding> cause(Finding finding, Map<String, Finding> bySlug) {
            if (finding.verdict() == Verdict.NONE) {
                return Optional.empty();
            }
            return finding.hits()
                    .get(0)
                    .article()
                    .references(Relation.CONSEQUENCE_OF)
                    .map(reference -> bySlug.get(reference.target()))
                    .filter(cause -> cause != null && cause != finding)
                    .min(Comparator.comparingInt(Finding::line));
        }
    }
}

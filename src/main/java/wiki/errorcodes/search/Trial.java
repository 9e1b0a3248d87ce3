package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.FragmentIndex.Fragment;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.signature.PastedText;
import wiki.errorcodes.source.Span;

/** Says of a paste which wordings were considered, which won, and why the others did not. */
final class Trial {

    private static final int MOST_MISSES = 5;

    /** Of the words of a wording, the share that makes it worth a look. */
    private static final double LEAST_COVERAGE = 0.4;

    private final Signatures signatures;
    private final PastedText text;

    private Trial(Signatures signatures, PastedText text) {
        this.signatures = signatures;
        this.text = text;
    }

    /** Returns the candidates line by line, the best of a line first. */
    static List<Candidate> of(Signatures signatures, PastedText text) {
        Trial trial = new Trial(signatures, text);
        List<Candidate> candidates = new ArrayList<>(trial.fitting());
        Set<String> fitting = new HashSet<>();
        candidates.forEach(one -> fitting.add(one.article().slug() + ' ' + one.template()));
        for (Console.Line line : Console.read(text.text())) {
            if (line.kind() == Console.Kind.ERROR) {
                candidates.addAll(trial.missing(line, fitting));
            }
        }
        candidates.sort(
                Comparator.comparingInt(Candidate::line)
                        .thenComparing(Candidate::outcome)
                        .thenComparing(one -> -one.letters())
                        .thenComparing(one -> one.article().slug()));
        return List.copyOf(candidates);
    }

    private List<Candidate> fitting() {
        List<Signatures.Place> places = new ArrayList<>(signatures.read(text).proved());
        List<Alignment<Claim>> found = new ArrayList<>(signatures.aligned(text));
        found.sort(Signatures.BEST_FIRST);
        List<Candidate> candidates = new ArrayList<>();
        for (Alignment<Claim> alignment : found) {
            candidates.add(judged(alignment, places));
        }
        return candidates;
    }

    private Candidate judged(Alignment<Claim> alignment, List<Signatures.Place> places) {
        for (Signatures.Place place : places) {
            int rank = place.alignments().indexOf(alignment);
            if (rank == 0) {
                return candidate(
                        alignment,
                        Candidate.Outcome.WINS,
                        place.alignments().size() == 1
                                ? "the most specific one that fits here"
                                : "as specific as the next; the words beside it and the order of the collections decide");
            }
            if (rank > 0) {
                return candidate(
                        alignment,
                        Candidate.Outcome.TIES,
                        "as specific as the first; tell_apart says how to decide");
            }
        }
        if (!Signatures.tells(alignment, text)) {
            return candidate(
                    alignment,
                    Candidate.Outcome.LOSES,
                    "too short to prove anything beside other words ("
                            + Signatures.WEAK
                            + " letters are enough)");
        }
        for (Signatures.Place place : places) {
            Alignment<Claim> better = place.best();
            if (better.overlaps(alignment)) {
                return candidate(alignment, Candidate.Outcome.LOSES, why(alignment, better));
            }
        }
        return candidate(
                alignment, Candidate.Outcome.LOSES, "gave way to another part of the same text");
    }

    private static String why(Alignment<Claim> loser, Alignment<Claim> winner) {
        String by = " than " + winner.entry().article().slug();
        if (Signatures.wraps(loser, winner)) {
            return "only quotes the message that " + winner.entry().article().slug() + " explains";
        }
        if (loser.entry().article() == winner.entry().article()) {
            return "another wording of the same article is more specific";
        }
        int letters = Signatures.weight(loser);
        int others = Signatures.weight(winner);
        if (letters < others) {
            return (loser.entry().isPart()
                            ? "only a part of the wording, and counts less"
                            : "less fixed text")
                    + by
                    + " ("
                    + letters
                    + " letters to "
                    + others
                    + ")";
        }
        if (winner.isWhole() && !loser.isWhole()) {
            return winner.entry().article().slug() + " is the whole message, this a part of it";
        }
        return "more places where anything may stand, or a shorter stretch," + by;
    }

    private Candidate candidate(
            Alignment<Claim> alignment, Candidate.Outcome outcome, String reason) {
        Claim claim = alignment.entry();
        return new Candidate(
                claim.article(),
                alignment.template().text(),
                place(claim, alignment.template().text()),
                line(alignment.start()),
                outcome,
                alignment.specificity(),
                alignment.values(),
                claim.isPart() && outcome == Candidate.Outcome.WINS
                        ? "part of a wording that only this article has"
                        : reason);
    }

    private static Span place(Claim claim, String identifier) {
        return claim.wording()
                .map(wording -> wording.span())
                .orElseGet(
                        () ->
                                claim.article().head().codes().stream()
                                        .filter(code -> code.identifier().contains(identifier))
                                        .map(Code::span)
                                        .findFirst()
                                        .orElse(Span.START));
    }

    private int line(int offset) {
        return 1 + (int) text.text().substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private List<Candidate> missing(Console.Line line, Set<String> fitting) {
        String stretch = text.text().substring(line.start(), line.end());
        List<Candidate> missing = new ArrayList<>();
        Set<Article> seen = new HashSet<>();
        for (Fragment<Claim> fragment : signatures.resembling(stretch, LEAST_COVERAGE)) {
            Claim claim = fragment.value();
            if (claim.wording().isEmpty() || claim.isPart() || missing.size() == MOST_MISSES) {
                continue;
            }
            MessageTemplate template = claim.wording().get().template();
            if (!fitting.contains(claim.article().slug() + ' ' + template.text())
                    && seen.add(claim.article())) {
                missing.add(
                        new Candidate(
                                claim.article(),
                                template.text(),
                                claim.wording().get().span(),
                                line(line.start()),
                                Candidate.Outcome.MISSES,
                                template.specificity(),
                                Map.of(),
                                difference(template, stretch)));
            }
        }
        return missing;
    }

    /** Says where a wording and a line part. */
    private static String difference(MessageTemplate template, String line) {
        String folded = line.toLowerCase(Locale.ROOT);
        int at = 0;
        StringBuilder fits = new StringBuilder();
        for (MessageTemplate.Part part : template.parts()) {
            if (!(part instanceof MessageTemplate.Literal literal)) {
                continue;
            }
            for (String word : literal.text().split("[^\\p{L}\\p{N}_-]+")) {
                if (word.isEmpty()) {
                    continue;
                }
                int next = folded.indexOf(word.toLowerCase(Locale.ROOT), at);
                if (next < 0) {
                    return fits.isEmpty()
                            ? "it begins with \"" + word + "\", which is not there"
                            : "after \""
                                    + fits.toString().strip()
                                    + "\" it goes on with \""
                                    + word
                                    + "\", which does not follow";
                }
                at = next + word.length();
                fits.append(word).append(' ');
            }
        }
        return "all its words are there, but not in its form";
    }
}

package wiki.errorcodes.search;

import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.FragmentIndex.Fragment;

/**
 * How sure a kind of evidence makes us: the numbers behind the reliability table in {@code
 * src/docs/searching.md}.
 */
final class Confidence {

    /** Fixed letters from which a wording is unmistakable even among another program's output. */
    static final int STRONG = 24;

    /** Fixed letters from which a wording proves its error even in the middle of a sentence. */
    static final int UNMISTAKABLE = 36;

    /** Fixed letters that a short wording needs to count when it is only mentioned. */
    static final int SHORTEST_MENTION = 9;

    /** The most that a likely error is worth. */
    static final double LIKELY = 0.5;

    /** Share of a wording's fixed letters from which a part of it stands for the whole. */
    static final double MOST_OF_A_WORDING = 0.6;

    /** A rival this close to the best one is shown beside it. */
    static final double AS_GOOD = 0.97;

    /** What the words of a stretch must have in common with a wording to make it likely. */
    record Bar(double coverage, double weight, double share) {}

    /** What a misspelt identifier must weigh: a common word is not one. */
    static final double LEAST_IDENTIFIER = 5;

    /** What every bar asks for at least. */
    static final double LEAST_COVERAGE = 0.80;

    /** For a line that is the only one that looks like an error. */
    static final Bar ONLY_LINE = new Bar(LEAST_COVERAGE, 9, 0.3);

    /** For a line beside others that are explained: a wrong extra is worse than a missing one. */
    static final Bar FURTHER_LINE = new Bar(0.88, 14, 0.4);

    /** For a whole question. */
    static final Bar WHOLE_TEXT = new Bar(LEAST_COVERAGE, 9, 0.2);

    private Confidence() {}

    static double of(Alignment<Claim> alignment, Verdict verdict, int rivals) {
        double sure;
        if (verdict == Verdict.LIKELY) {
            sure = LIKELY;
        } else if (alignment.entry().evidence() == Evidence.CODE) {
            sure = 0.95;
        } else if (alignment.entry().isPart()) {
            sure = alignment.specificity() >= 2 * STRONG ? 0.93 : 0.88;
        } else {
            sure = alignment.specificity() >= STRONG ? 0.98 : 0.93;
        }
        return sure / rivals;
    }

    static double of(Fragment<Claim> fragment) {
        return 0.6 * fragment.coverage() * (0.75 + 0.25 * fragment.share());
    }

    static double score(Fragment<Claim> fragment) {
        return fragment.coverage() * Math.sqrt(fragment.weight());
    }
}

package wiki.errorcodes.search;

import java.util.List;

/**
 * What a paste came to.
 *
 * @param findings the distinct errors, causes before consequences; at least one, which may be of
 *     verdict none
 * @param unexplained lines that look like errors and matched nothing
 */
public record Explanation(List<Finding> findings, List<Unexplained> unexplained) {

    public Explanation {
        findings = List.copyOf(findings);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * A line that looks like an error and that no article explains.
     *
     * @param text the line
     * @param line its number in the paste, counted from 1
     * @param count how often it occurs
     */
    public record Unexplained(String text, int line, int count) {}

    /** Tells whether at least one error is explained. */
    public boolean isAnswered() {
        return findings.stream().anyMatch(finding -> finding.verdict() != Verdict.NONE);
    }

    /** Tells whether there are errors, and each has the wording of an article. */
    public boolean isByWordings() {
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.NONE
                    || finding.hits().get(0).evidence() != Evidence.SIGNATURE) {
                return false;
            }
        }
        return !findings.isEmpty();
    }
}

package wiki.errorcodes.search;

import java.util.List;

/**
 * What a paste came to.
 *
 * @param findings the distinct errors, causes before consequences; at least one, which may be of verdict none
 */
public record Explanation(List<Finding> findings) {

    public Explanation {
        findings = List.copyOf(findings);
    }
}

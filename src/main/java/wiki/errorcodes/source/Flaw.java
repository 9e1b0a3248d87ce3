package wiki.errorcodes.source;

import java.util.List;

/**
 * Something wrong, and the edits of its file that mend it.
 *
 * @param diagnostic what is wrong
 * @param edits none when only an author can mend it
 */
public record Flaw(Diagnostic diagnostic, List<Edit> edits) {

    public Flaw {
        edits = List.copyOf(edits);
    }
}

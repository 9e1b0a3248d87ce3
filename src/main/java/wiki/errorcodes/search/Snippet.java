package wiki.errorcodes.search;

import java.util.List;

/**
 * A piece of text with the words that mattered marked. Plain text: whoever shows it escapes it.
 *
 * @param runs marked and unmarked stretches in turn
 */
public record Snippet(List<Run> runs) {

    public Snippet {
        runs = List.copyOf(runs);
    }

    /**
     * A stretch of text.
     *
     * @param marked whether it is what mattered
     * @param name of the placeholder whose value it is; empty when it is no value
     */
    public record Run(String text, boolean marked, String name) {

        Run(String text, boolean marked) {
            this(text, marked, "");
        }
    }

    /** Returns the text alone. */
    public String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}

package wiki.errorcodes.source;

import java.util.Comparator;
import java.util.List;

/**
 * A change of a text: the characters of a range give way to others.
 *
 * @param from offset of the first character that goes
 * @param to offset after the last one; equal to {@code from} for a mere insertion
 * @param text what comes instead
 */
public record Edit(int from, int to, String text) {

    public Edit {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no such range: " + from + "-" + to);
        }
    }

    /**
     * Returns a text after some edits, whose offsets are those of the text before. Of two that
     * overlap the later one is left out.
     */
    public static String applied(String text, List<Edit> edits) {
        StringBuilder changed = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
            if (edit.from >= done) {
                changed.append(text, done, edit.from).append(edit.text);
                done = edit.to;
            }
        }
        return changed.append(text, done, text.length()).toString();
    }
}

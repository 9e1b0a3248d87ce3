package wiki.errorcodes.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template laid over a stretch of a pasted text.
 *
 * @param <T> what the template stands for
 * @param entry what was matched
 * @param template the template
 * @param specificity that of the template, which takes a while to count
 * @param start offset of the first matched character in {@link PastedText#text()}
 * @param end offset after the last one
 * @param captures what stands in the holes, in order
 * @param isWhole whether the message stands by itself: nothing but console noise before it on its
 *     line, nothing but punctuation or a source link after it. Short wordings prove something only
 *     then.
 */
public record Alignment<T>(
        T entry,
        MessageTemplate template,
        int specificity,
        int start,
        int end,
        List<Capture> captures,
        boolean isWhole) {

    public Alignment {
        captures = List.copyOf(captures);
    }

    /**
     * The content of a hole.
     *
     * @param hole which one
     * @param value its text, without quotes around it
     * @param start offset in {@link PastedText#text()}
     * @param end offset after it
     */
    public record Capture(MessageTemplate.Hole hole, String value, int start, int end) {}

    /** Returns the captured texts by name; empty ones are left out. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Capture capture : captures) {
            if (!capture.value().isEmpty()) {
                values.put(capture.hole().name(), capture.value());
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Tells whether another alignment stands inside one of this one's holes. */
    public boolean holds(Alignment<?> other) {
        return captures.stream()
                .anyMatch(capture -> capture.start() <= other.start && other.end <= capture.end());
    }

    public boolean overlaps(Alignment<?> other) {
        return start < other.end && other.start < end;
    }
}

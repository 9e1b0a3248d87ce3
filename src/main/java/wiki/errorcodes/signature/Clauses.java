package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of a wording that people paste alone, that an older browser printed with another
 * beginning, or that lost their end: whatever lies between colons, sentence ends and brackets.
 */
public final class Clauses {

    /** Fewer fixed letters than this, and a part says too little to stand for its wording. */
    private static final int SHORTEST = 20;

    private static final int FEWEST_WORDS = 3;

    private Clauses() {}

    /**
     * Returns the beginnings, ends and single clauses of a template that say enough; never the
     * whole of it.
     */
    public static List<MessageTemplate> of(MessageTemplate template) {
        String text = template.text();
        List<Integer> starts = starts(text);
        Set<String> parts = new LinkedHashSet<>();
        int clauses = starts.size();
        for (int i = 0; i < clauses; i++) {
            for (int j = i + 1; j <= clauses; j++) {
                boolean whole = i == 0 && j == clauses;
                boolean wanted = i == 0 || j == clauses || j == i + 1;
                if (wanted && !whole) {
                    parts.add(
                            text.substring(
                                            starts.get(i),
                                            j == clauses ? text.length() : starts.get(j))
                                    .strip());
                }
            }
        }
        List<MessageTemplate> templates = new ArrayList<>();
        for (String part : parts) {
            parse(part, templates);
        }
        return templates;
    }

    private static void parse(String part, List<MessageTemplate> templates) {
        try {
            MessageTemplate template = MessageTemplate.parse(part);
            if (template.specificity() >= SHORTEST
                    && template.words().strip().split("\\s+").length >= FEWEST_WORDS) {
                templates.add(template);
            }
        } catch (MessageTemplate.SyntaxException e) {
            // A part without words of its own, or cut inside doubled braces: not one to look for.
            return;
        }
    }

    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        boolean inHole = false;
        for (int i = 0; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                inHole = true;
            } else if (c == '}') {
                inHole = false;
            }
            boolean sentence = (c == '.' || c == ':' || c == ';') && text.charAt(i + 1) == ' ';
            boolean bracket = c == ' ' && text.charAt(i + 1) == '(';
            if (!inHole && (sentence || bracket)) {
                starts.add(i + 2);
            }
        }
        return starts;
    }
}

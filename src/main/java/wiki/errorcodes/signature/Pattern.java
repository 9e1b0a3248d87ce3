package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A template made ready for alignment: words instead of literal text, and for each hole the
 * punctuation around it. Literals without a word ({@code "' '"}) only say what separates two holes.
 */
final class Pattern {

    /** A literal run of words, or a hole. */
    sealed interface Element {}

    record Words(int[] ids) implements Element {}

    /**
     * @param hole the hole
     * @param quoted whether the template puts it in quotes
     * @param before punctuation between the last word and the hole, without quotes and spaces
     * @param after punctuation between the hole and the next word, without quotes and spaces
     */
    record Gap(MessageTemplate.Hole hole, boolean quoted, String before, String after)
            implements Element {}

    private final MessageTemplate template;
    private final List<Element> elements;
    private final int firstWords;

    /** Counted when first asked for: most templates of a wiki never match. 0 before. */
    private int specificity;

    private Pattern(MessageTemplate template, List<Element> elements) {
        this.template = template;
        this.elements = List.copyOf(elements);
        int first = 0;
        while (!(elements.get(first) instanceof Words)) {
            first++;
        }
        this.firstWords = first;
    }

    /** Learns the template's words. */
    static Pattern of(MessageTemplate template, Lexicon lexicon) {
        List<Element> elements = new ArrayList<>();
        List<MessageTemplate.Part> parts = template.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof MessageTemplate.Literal literal) {
                int[] ids = Tokens.learn(literal.text(), lexicon).ids();
                if (ids.length > 0) {
                    elements.add(new Words(ids));
                }
            } else if (parts.get(i) instanceof MessageTemplate.Hole hole) {
                String left =
                        i > 0 && parts.get(i - 1) instanceof MessageTemplate.Literal literal
                                ? literal.text()
                                : "";
                String right =
                        i + 1 < parts.size()
                                        && parts.get(i + 1)
                                                instanceof MessageTemplate.Literal literal
                                ? literal.text()
                                : "";
                boolean quoted = !left.isEmpty() && Tokens.isQuote(left.charAt(left.length() - 1));
                elements.add(new Gap(hole, quoted, trailing(left), leading(right)));
            }
        }
        return new Pattern(template, elements);
    }

    private static String trailing(String literal) {
        int start = literal.length();
        while (start > 0 && !Tokens.isWord(literal.charAt(start - 1))) {
            start--;
        }
        return punctuation(literal.substring(start));
    }

    private static String leading(String literal) {
        int end = 0;
        while (end < literal.length() && !Tokens.isWord(literal.charAt(end))) {
            end++;
        }
        return punctuation(literal.substring(0, end));
    }

    private static String punctuation(String text) {
        StringBuilder signs = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (!Character.isWhitespace(c) && !Tokens.isQuote(c)) {
                signs.append(c);
            }
        }
        return signs.toString();
    }

    MessageTemplate template() {
        return template;
    }

    /** As {@link MessageTemplate#specificity()}, counted once. */
    int specificity() {
        // Whoever counts at the same time comes to the same number.
        int known = specificity;
        if (known == 0) {
            known = template.specificity();
            specificity = known;
        }
        return known;
    }

    int size() {
        return elements.size();
    }

    Element element(int index) {
        return elements.get(index);
    }

    /** Returns the index of the first run of words: 0, or 1 after a leading hole. */
    int firstWords() {
        return firstWords;
    }

    /**
     * Returns the index of the run by which the template is found: the one that the fewest
     * templates share; of those, the one whose words are rarest in sum.
     */
    int anchor(ToIntFunction<Words> sharing, double[] rarity) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        double most = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Words words) {
                double sum = 0;
                for (int id : words.ids()) {
                    sum += rarity[id];
                }
                int shared = sharing.applyAsInt(words);
                if (shared < fewest || shared == fewest && sum > most) {
                    fewest = shared;
                    most = sum;
                    best = i;
                }
            }
        }
        return best;
    }

    List<Words> words() {
        return elements.stream().filter(Words.class::isInstance).map(Words.class::cast).toList();
    }
}

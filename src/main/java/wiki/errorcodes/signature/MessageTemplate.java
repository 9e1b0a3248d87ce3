package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message as a browser prints it, with named, typed places for what varies: {@code Access to
 * {initiator} at '{url}' …}. A literal brace is doubled.
 *
 * @param text as written in the front matter
 * @param parts literal text and holes in turn; at least one literal with a word in it
 */
public record MessageTemplate(String text, List<Part> parts) {

    public MessageTemplate {
        parts = List.copyOf(parts);
    }

    /** A stretch of a template. */
    public sealed interface Part {}

    /** Text that must stand in the message; braces are single here. */
    public record Literal(String text) implements Part {}

    /**
     * A place where something varies.
     *
     * @param name as written, with its digit: {@code url2}
     * @param placeholder what may stand there
     */
    public record Hole(String name, Placeholder placeholder) implements Part {}

    /** A template that cannot be read: what is wrong, and where in its text. */
    public static final class SyntaxException extends Exception {
        private final int offset;
        private final boolean unknownName;

        SyntaxException(String message, int offset, boolean unknownName) {
            super(message);
            this.offset = offset;
            this.unknownName = unknownName;
        }

        /** Returns the offset in the template's text, counted from 0. */
        public int offset() {
            return offset;
        }

        /**
         * Tells whether the braces are fine and only the name between them is not in the
         * vocabulary.
         */
        public boolean isUnknownName() {
            return unknownName;
        }
    }

    /**
     * Reads a template.
     *
     * @throws SyntaxException if a brace is not closed or not opened, a name is not in the
     *     vocabulary or stands twice, or there is no literal word
     */
    public static MessageTemplate parse(String text) throws SyntaxException {
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        StringBuilder literal = new StringBuilder();
        int from = 0;
        // From brace to brace: a loop over the characters is run, and compiled, at every start.
        for (int i = brace(text, 0); i < text.length(); i = brace(text, from)) {
            literal.append(text.substring(from, i));
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (doubled) {
                literal.append(c);
                from = i + 2;
            } else if (c == '}') {
                throw new SyntaxException(
                        "a closing brace without an opening one; write }} for a literal brace",
                        i,
                        false);
            } else {
                int close = text.indexOf('}', i);
                if (close < 0) {
                    throw new SyntaxException(
                            "this brace is never closed; write {{ for a literal brace", i, false);
                }
                String name = text.substring(i + 1, close);
                Optional<Placeholder> placeholder = Placeholder.named(name);
                if (placeholder.isEmpty()) {
                    throw new SyntaxException(
                            "no placeholder \"" + name + "\" in the vocabulary", i + 1, true);
                }
                if (!names.add(name)) {
                    throw new SyntaxException(
                            "the placeholder \""
                                    + name
                                    + "\" stands here twice; call the second one "
                                    + name
                                    + "2",
                            i + 1,
                            false);
                }
                if (!literal.isEmpty()) {
                    parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                parts.add(new Hole(name, placeholder.get()));
                from = close + 1;
            }
        }
        literal.append(text.substring(from));
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
        }
        MessageTemplate template = new MessageTemplate(text, parts);
        if (!template.hasWords()) {
            throw new SyntaxException(
                    "a template needs words of its own, not only placeholders", 0, false);
        }
        return template;
    }

    /** Returns where the next brace of a text is; its end when there is none. */
    private static int brace(String text, int from) {
        int opening = text.indexOf('{', from);
        int closing = text.indexOf('}', from);
        int first =
                opening < 0 || closing < 0
                        ? Math.max(opening, closing)
                        : Math.min(opening, closing);
        return first < 0 ? text.length() : first;
    }

    /** Tells, at the first letter or digit, what {@link #specificity} counts all of. */
    private boolean hasWords() {
        for (Part part : parts) {
            String words = part instanceof Literal fixed ? fixed.text() : "";
            for (int i = 0; i < words.length(); i++) {
                if (Character.isLetterOrDigit(words.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns a template without holes, for an identifier or a fixed phrase. */
    public static MessageTemplate literal(String words) {
        return new MessageTemplate(words, List.of(new Literal(words)));
    }

    /**
     * Returns how much of the text is fixed: its literal letters and digits. Of two templates that
     * match, the larger wins.
     */
    public int specificity() {
        int count = 0;
        for (Part part : parts) {
            String fixed = part instanceof Literal literal ? literal.text() : "";
            for (int i = 0; i < fixed.length(); i++) {
                count += Character.isLetterOrDigit(fixed.charAt(i)) ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * Returns what two templates have in common that differ only in quotes, spaces, letter case and
     * the names of their holes.
     */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal fixed) {
                words(fixed.text().toLowerCase(Locale.ROOT), shape);
            } else {
                shape.append('{');
            }
        }
        return shape.toString();
    }

    /** Appends the words of a text, a space behind each. */
    private static void words(String text, StringBuilder shape) {
        boolean inside = false;
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int c = text.codePointAt(i);
            length = Character.charCount(c);
            if (isOfWord(c)) {
                shape.appendCodePoint(c);
                inside = true;
            } else if (inside) {
                shape.append(' ');
                inside = false;
            }
        }
        shape.append(inside ? " " : "");
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Returns the holes, in order. */
    public List<Hole> holes() {
        return parts.stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
    }

    /** Returns the names of the holes, in order. */
    public List<String> names() {
        return holes().stream().map(Hole::name).toList();
    }

    /** Tells whether an identifier stands among the fixed words: {@code ERR_EMPTY_RESPONSE}. */
    public boolean hasIdentifier() {
        for (Part part : parts) {
            if (part instanceof Literal fixed && fixed.text().indexOf('_') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the fixed words, for text search; holes become spaces. */
    public String words() {
        return parts.stream()
                .map(part -> part instanceof Literal fixed ? fixed.text() : " ")
                .collect(Collectors.joining());
    }
}

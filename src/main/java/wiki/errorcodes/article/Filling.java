package wiki.errorcodes.article;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wiki.errorcodes.signature.Placeholder;

/**
 * Puts values where an article has <code>{{name}}</code>: the reader's own when one was captured
 * and is what its name says, the article's default otherwise, the vocabulary's when the article has
 * none.
 *
 * <p>Not for sharing between threads: what a name stands for is found once, as an answer shows it
 * in several places.
 */
public final class Filling {

    private final Map<String, String> captured;
    private final Map<String, String> defaults;
    private final Map<String, Optional<String>> own = new HashMap<>();
    private final Map<String, Value> known = new HashMap<>();

    /**
     * @param captured placeholder name → value from the paste; values that are not usable are
     *     ignored. A host that was not captured is that of the captured address
     * @param article whose defaults apply
     */
    public Filling(Map<String, String> captured, Article article) {
        this.captured = captured;
        this.defaults = article.head().defaults();
    }

    /** Returns the value that a name of the article stands for, and whether it is the reader's. */
    public Value value(String name) {
        Value value = known.get(name);
        if (value == null) {
            value = found(name);
            known.put(name, value);
        }
        return value;
    }

    private Value found(String name) {
        Optional<String> reader = part(own(base(name)), name);
        return new Value(
                name,
                reader.or(() -> value(defaults, name)).orElseGet(() -> fallback(name)),
                reader.isPresent());
    }

    /** Returns what the reader brought for a name without a part, if it is usable. */
    private Optional<String> own(String name) {
        Optional<String> value = own.get(name);
        if (value == null) {
            value = usable(name);
            own.put(name, value);
        }
        return value;
    }

    private Optional<String> usable(String name) {
        String value = captured.get(name);
        Optional<Placeholder> placeholder = Placeholder.named(name);
        // Not for a second host: the address says nothing of that.
        if (value == null && name.equals(Placeholder.HOST.word())) {
            return own(Placeholder.URL.word())
                    .flatMap(AddressPart.HOST::from)
                    .filter(Placeholder.HOST::isUsable);
        }
        return value != null && placeholder.isPresent() && placeholder.get().isUsable(value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /**
     * What stands in a place of an article.
     *
     * @param name of the placeholder
     * @param text the value
     * @param isOwn whether the reader brought it
     */
    public record Value(String name, String text, boolean isOwn) {}

    /** Returns the names that stand between double braces in a text, in order, without parts. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : Fillable.of(text).names()) {
            names.add(base(name));
        }
        return names;
    }

    /** Fills sanitised HTML: each value is escaped and marked, as captured or as an example. */
    public String html(String html) {
        return filled(html, Filling::marked);
    }

    /** Fills plain text: code to copy, Markdown, a terminal. */
    public String text(String text) {
        return filled(text, Value::text);
    }

    /** Returns a value as HTML, marked as the reader's or as an example. */
    public static String marked(Value value) {
        return "<span class=\""
                + (value.isOwn() ? "value value-own" : "value")
                + "\">"
                + escaped(value.text())
                + "</span>";
    }

    private String filled(String text, Function<Value, String> write) {
        if (text.indexOf("{{") < 0) {
            return text;
        }
        Fillable fillable = Fillable.of(text);
        StringBuilder out = new StringBuilder(text.length() + 64).append(fillable.between().get(0));
        for (int i = 0; i < fillable.names().size(); i++) {
            out.append(write.apply(value(fillable.names().get(i))))
                    .append(fillable.between().get(i + 1));
        }
        return out.toString();
    }

    /**
     * Tells whether a text between double braces is a placeholder, alone or with a part: {@code
     * url.host}.
     */
    public static boolean isName(String name) {
        int dot = name.indexOf('.');
        return Placeholder.named(base(name)).isPresent()
                && (dot < 0 || AddressPart.of(name.substring(dot + 1)).isPresent());
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return part(Optional.ofNullable(values.get(base(name))), name);
    }

    /** Returns the part of a value that a name asks for; all of it if it names none. */
    private static Optional<String> part(Optional<String> value, String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? value
                : value.flatMap(
                        address ->
                                AddressPart.of(name.substring(dot + 1))
                                        .flatMap(part -> part.from(address)));
    }

    /** Returns a name without its part. */
    private static String base(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String fallback(String name) {
        String base = base(name);
        String value = Placeholder.named(base).map(Placeholder::fallback).orElse(name);
        return part(Optional.of(value), name).orElse(value);
    }

    /** A part of an address that a fix may ask for: <code>{{url.host}}</code>. */
    private enum AddressPart {
        ORIGIN,
        HOST,
        PATH;

        static Optional<AddressPart> of(String name) {
            for (AddressPart part : values()) {
                if (part.name().equalsIgnoreCase(name)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }

        Optional<String> from(String address) {
            try {
                URI uri = URI.create(address);
                if (this == PATH) {
                    String path = uri.getRawPath();
                    return Optional.of(path == null || path.isEmpty() ? "/" : path);
                }
                if (uri.getRawAuthority() == null) {
                    return Optional.empty();
                }
                String host =
                        uri.getRawAuthority().substring(uri.getRawAuthority().lastIndexOf('@') + 1);
                return Optional.of(this == HOST ? host : uri.getScheme() + "://" + host);
            } catch (IllegalArgumentException notAnAddress) {
                return Optional.empty();
            }
        }
    }

    /** Escapes text for HTML, between tags and in quoted attributes. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}

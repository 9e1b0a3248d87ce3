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

    private final Map<String, String> own;
    private final Map<String, String> defaults;
    private final Map<String, Value> known = new HashMap<>();

    /**
     * @param captured placeholder name → value from the paste; values that are not usable are
     *     ignored. A host that was not captured is that of the captured address
     * @param article whose defaults apply
     */
    public Filling(Map<String, String> captured, Article article) {
        this.own = usable(captured);
        this.defaults = article.head().defaults();
    }

    private static Map<String, String> usable(Map<String, String> captured) {
        if (captured.isEmpty()) {
            return captured;
        }
        Map<String, String> usable = new HashMap<>();
        captured.forEach(
                (name, value) -> {
                    if (Placeholder.named(name).filter(one -> one.isUsable(value)).isPresent()) {
                        usable.put(name, value);
                    }
                });
        String host = Placeholder.HOST.word();
        if (!captured.containsKey(host) && usable.containsKey(Placeholder.URL.word())) {
            value(usable, Placeholder.URL.word() + "." + host)
                    .filter(Placeholder.HOST::isUsable)
                    .ifPresent(found -> usable.put(host, found));
        }
        return usable;
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
        Optional<String> reader = value(own, name);
        return new Value(
                name,
                reader.or(() -> value(defaults, name)).orElseGet(() -> fallback(name)),
                reader.isPresent());
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
            int dot = name.indexOf('.');
            names.add(dot < 0 ? name : name.substring(0, dot));
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
        String base = dot < 0 ? name : name.substring(0, dot);
        return Placeholder.named(base).isPresent()
                && (dot < 0 || AddressPart.of(name.substring(dot + 1)).isPresent());
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(values.get(name));
        }
        return Optional.ofNullable(values.get(name.substring(0, dot)))
                .flatMap(
                        address ->
                                AddressPart.of(name.substring(dot + 1))
                                        .flatMap(part -> part.from(address)));
    }

    private static String fallback(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String value = Placeholder.named(base).map(Placeholder::fallback).orElse(name);
        return dot < 0 ? value : value(Map.of(base, value), name).orElse(value);
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

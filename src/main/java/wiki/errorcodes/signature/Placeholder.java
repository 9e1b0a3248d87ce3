package wiki.errorcodes.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The vocabulary of message templates: each name says what may stand in its place. The table in
 * {@code src/docs/writing-articles.md} is the editor's view of it.
 *
 * <p>Two questions are asked of a value. Alignment asks for its {@link Shape}, which is generous,
 * because readers mask addresses and browsers shorten values. Filling a fix asks {@link #isUsable},
 * which is strict: what is not an origin must not stand in an {@code Access-Control-Allow-Origin}.
 */
public enum Placeholder {
    URL("url", Shape.ADDRESS, "https://api.example.com/data", Strict.URL),
    ORIGIN("origin", Shape.ADDRESS, "https://app.example.com", Strict.ORIGIN),
    HOST("host", Shape.HOST, "app.example.com", Strict.HOST),
    PATH("path", Shape.WORD, "/data", Strict.PATH),
    SCOPE("scope", Shape.ADDRESS, "https://app.example.com/", Strict.URL),
    SPECIFIER("specifier", Shape.WORD, "./module.js", Strict.SPECIFIER),
    INITIATOR("initiator", Shape.PHRASE, "fetch", Strict.WORDS),
    METHOD("method", Shape.VERB, "PUT", Strict.TOKEN),
    HEADER("header", Shape.WORD, "X-Custom-Header", Strict.TOKEN),
    STATUS("status", Shape.NUMBER, "500", Strict.STATUS),
    STATUS_TEXT("status_text", Shape.TEXT, "", Strict.WORDS),
    CODE("code", Shape.WORD, "ERR_FAILED", Strict.NAME),
    MIME("mime", Shape.TEXT, "text/html", Strict.MIME),
    SCHEME("scheme", Shape.WORD, "https", Strict.NAME),
    DIRECTIVE("directive", Shape.TEXT, "script-src 'self'", Strict.POLICY),
    FEATURE("feature", Shape.WORD, "camera", Strict.NAME),
    HASH("hash", Shape.WORD, "sha256-…", Strict.HASH),
    ALGORITHM("algorithm", Shape.WORD, "SHA-256", Strict.NAME),
    ADDRESS_SPACE("address_space", Shape.WORD, "loopback", Strict.NAME),
    EXPRESSION("expression", Shape.CODE, "value", Strict.MEMBER),
    IDENTIFIER("identifier", Shape.CODE, "name", Strict.IDENTIFIER),
    PROPERTY("property", Shape.CODE, "property", Strict.PROPERTY),
    FUNCTION("function", Shape.CODE, "method", Strict.MEMBER),
    INTERFACE("interface", Shape.CODE, "Element", Strict.MEMBER),
    TYPE("type", Shape.PHRASE, "string", Strict.WORDS),
    VALUE("value", Shape.PHRASE, "undefined", Strict.PLAIN),
    TOKEN("token", Shape.PHRASE, "token", Strict.PLAIN),
    TEXT("text", Shape.TEXT, "", Strict.PLAIN),
    NAME("name", Shape.PHRASE, "name", Strict.PLAIN),
    KIND("kind", Shape.PHRASE, "const", Strict.WORDS),
    STATE("state", Shape.PHRASE, "closed", Strict.WORDS),
    SELECTOR("selector", Shape.TEXT, "#id", Strict.PLAIN),
    NUMBER("number", Shape.NUMBER, "1", Strict.NUMBER),
    LINE("line", Shape.NUMBER, "1", Strict.NUMBER),
    COLUMN("column", Shape.NUMBER, "1", Strict.NUMBER),
    POSITION("position", Shape.NUMBER, "0", Strict.NUMBER),
    VERSION("version", Shape.NUMBER, "1", Strict.NUMBER),
    DATE("date", Shape.TEXT, "today", Strict.PLAIN),
    BRAND("brand", Shape.PHRASE, "Firefox", Strict.WORDS),
    REASON("reason", Shape.REST, "", Strict.PLAIN),
    ERROR("error", Shape.REST, "", Strict.PLAIN);

    /** How far a value may reach in a pasted text. */
    public enum Shape {
        /** No white space inside, at most 4,096 characters: headers, specifiers, identifiers. */
        WORD(4096, false),
        /** No white space and no double quote inside, at most 4,096 characters. */
        ADDRESS(4096, false),
        /** Capital letters only, at most 20: {@code GET}. */
        VERB(20, false),
        /** No white space and no slash inside, at most 300 characters: an address is no host. */
        HOST(300, false),
        /** Digits with signs, points and brackets, at most 20 characters. */
        NUMBER(20, false),
        /** A piece of JavaScript on one line, at most 300 characters. */
        CODE(300, false),
        /** A few words on one line, at most 160 characters. */
        PHRASE(160, false),
        /** Anything, over line breaks too, at most 4,096 characters; may be empty. */
        TEXT(4096, true),
        /** A nested message: up to the end of the line, at most 2,000 characters; may be empty. */
        REST(2000, true);

        private final int maxLength;
        private final boolean mayBeEmpty;

        Shape(int maxLength, boolean mayBeEmpty) {
            this.maxLength = maxLength;
            this.mayBeEmpty = mayBeEmpty;
        }

        int maxLength() {
            return maxLength;
        }

        boolean mayBeEmpty() {
            return mayBeEmpty;
        }

        /** Tells whether a value is one word, ended by white space. */
        boolean isWord() {
            return switch (this) {
                case WORD, ADDRESS, VERB, HOST -> true;
                default -> false;
            };
        }

        boolean spansLines() {
            return this == TEXT;
        }
    }

    /**
     * What a value must be to be put into a fix. Possessive quantifiers throughout: none of these
     * can backtrack, whatever a reader pastes.
     */
    private static final class Strict {
        static final Pattern URL =
                Pattern.compile(
                        "(?:[A-Za-z][A-Za-z0-9+.-]*+:|/)[A-Za-z0-9:/?#\\[\\]@!$&()*+,;=._~%-]++");
        static final Pattern ORIGIN =
                Pattern.compile(
                        "[a-z][a-z0-9+.-]*+://(?:[A-Za-z0-9._-]++|\\[[0-9A-Fa-f:.]++\\])(?::[0-9]{1,5}+)?+");
        static final Pattern HOST =
                Pattern.compile(
                        "(?:[A-Za-z0-9_*](?:[A-Za-z0-9._-]*+)|\\[[0-9A-Fa-f:.]++\\])(?::[0-9]{1,5}+)?+");
        static final Pattern PATH = Pattern.compile("[A-Za-z0-9:/?#@!&()*+,;=._~%-]++");
        static final Pattern SPECIFIER = Pattern.compile("[A-Za-z0-9:/?#@!&*+,;=._~%-]++");
        static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#%&*+.^_|~-]++");
        static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
        static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9+._-]*+");
        static final Pattern WORDS = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ._-]*+");
        static final Pattern MIME = Pattern.compile("[A-Za-z0-9.+-]++/[A-Za-z0-9.+*-]++");
        static final Pattern POLICY = Pattern.compile("[A-Za-z-]++(?: [A-Za-z0-9'*:/._=+-]++)*+");
        static final Pattern HASH =
                Pattern.compile("(?:sha(?:256|384|512)-)?+[A-Za-z0-9+/_-]++={0,2}+");
        static final Pattern MEMBER =
                Pattern.compile(
                        "[\\p{L}_$][\\p{L}\\p{N}_$]*+(?:\\.#?+[\\p{L}_$][\\p{L}\\p{N}_$]*+|\\[[0-9]++\\])*+");
        static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+");
        static final Pattern PROPERTY = Pattern.compile("#?+[\\p{L}\\p{N}_$]++");
        static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._:/#@*+=,-]++");
        static final Pattern NUMBER = Pattern.compile("-?+[0-9]++(?:\\.[0-9]++)*+");

        private Strict() {}
    }

    private static final int LONGEST_USABLE = 500;
    private static final Map<String, Placeholder> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Placeholder::word, Function.identity()));

    private final String word;
    private final Shape shape;
    private final String fallback;
    private final Pattern strict;

    Placeholder(String word, Shape shape, String fallback, Pattern strict) {
        this.word = word;
        this.shape = shape;
        this.fallback = fallback;
        this.strict = strict;
    }

    /** Returns the name as written in templates. */
    public String word() {
        return word;
    }

    Shape shape() {
        return shape;
    }

    /** Tells whether almost anything may stand there: some words, a piece of code, any text. */
    public boolean isVague() {
        return !shape.isWord() && shape != Shape.NUMBER;
    }

    /** Returns what a fix shows when neither the paste nor the article has a value. */
    public String fallback() {
        return fallback;
    }

    /** Tells whether a captured value is what its name says, so that it may stand in a fix. */
    public boolean isUsable(String value) {
        return value.length() <= LONGEST_USABLE && strict.matcher(value).matches();
    }

    /**
     * Returns the placeholder of a name, {@code url} or {@code url2}; empty when the vocabulary has
     * none.
     */
    public static Optional<Placeholder> named(String name) {
        int end = name.length();
        if (end > 1 && name.charAt(end - 1) >= '2' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return Optional.ofNullable(BY_NAME.get(name.substring(0, end)));
    }

    /** Returns every name, in the order of the documentation. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Placeholder::word).toList();
    }
}

package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what must not be kept: tokens, cookies, passwords in addresses, e-mail and IP addresses,
 * long random strings. Used before a paste gets into an address or a log; version numbers, ports
 * and integrity hashes stay. All quantifiers are possessive or bounded, so no text makes it slow.
 */
public final class Secrets {

    /** What was masked. */
    public enum Kind {
        AUTHORIZATION(
                "authorization value",
                Pattern.compile(
                        "(?i)\\b(?:bearer|basic|digest|token)[ :=]++([A-Za-z0-9._~+/=-]{8,4096}+)"),
                "bearer",
                "basic",
                "digest",
                "token"),
        COOKIE(
                "cookie",
                Pattern.compile("(?i)\\b(?:set-)?cookie: ?+([^\\r\\n]{1,8192}+)"),
                "cookie:"),
        PASSWORD(
                "password in an address",
                Pattern.compile("://[^\\s/:@]{1,200}+:([^\\s/@]{1,200}+)@"),
                "@"),
        PARAMETER(
                "secret parameter",
                Pattern.compile(
                        "(?i)[?&#;\"'\\s](?:access_token|id_token|refresh_token|token|api_?key|apikey|key|secret|client_secret|password|passwd|pwd|session|sessionid|sid|auth|code|signature|sig)"
                                + "[\"']?+ ?+[=:] ?+[\"']?+([^\\s&#\"'<>]{6,4096}+)"),
                "token",
                "key",
                "secret",
                "passw",
                "pwd",
                "session",
                "sid",
                "auth",
                "code",
                "sig"),
        JSON_WEB_TOKEN(
                "token",
                Pattern.compile(
                        "\\b(eyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{8,8192}+(?:\\.[A-Za-z0-9_-]{0,4096}+)?+)"),
                "eyj"),
        KEY(
                "key",
                Pattern.compile(
                        "\\b((?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abprs]|AKIA|AIza)[_-]?+[A-Za-z0-9_-]{14,512}+)"),
                SHORTEST_KEY,
                "sk",
                "pk",
                "rk",
                "ghp",
                "gho",
                "ghs",
                "glpat",
                "xox",
                "akia",
                "aiza"),
        EMAIL(
                "e-mail address",
                Pattern.compile(
                        "([A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}+(?:\\.[A-Za-z0-9-]{2,63}+){1,8}+)"),
                "@"),
        IP_ADDRESS(
                "IP address",
                Pattern.compile(
                        "(?<![0-9A-Za-z._-])((?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3})(?![0-9A-Za-z_-]|\\.\\d)"),
                ".0",
                ".1",
                ".2",
                ".3",
                ".4",
                ".5",
                ".6",
                ".7",
                ".8",
                ".9"),
        RANDOM(
                "long random text",
                Pattern.compile("(?<![A-Za-z0-9+/_=-])([A-Za-z0-9+/_=-]{32,4096}+)"),
                SHORTEST_RANDOM,
                "");

        private final String title;
        private final Pattern pattern;
        private final int run;
        private final String[] marks;

        Kind(String title, Pattern pattern, String... marks) {
            this(title, pattern, 0, marks);
        }

        /**
         * @param pattern what is masked is its first group
         * @param run of letters and digits that is at least as long stands wherever the pattern
         *     fits
         * @param marks one of these, in small letters, stands there too
         */
        Kind(String title, Pattern pattern, int run, String... marks) {
            this.title = title;
            this.pattern = pattern;
            this.run = run;
            this.marks = marks;
        }

        /**
         * Tells cheaply whether a text may have such a secret: most pastes have none, and to try
         * nine patterns at every place of them takes longer than to find the article.
         */
        boolean mayBeIn(Text text) {
            if (text.longestRun < run) {
                return false;
            }
            for (String mark : marks) {
                if (text.hasPairsOf(mark) && text.folded.contains(mark)) {
                    return true;
                }
            }
            return false;
        }

        public String title() {
            return title;
        }
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    // Prefix and what must follow it: "sk", 14 more.
    private static final int SHORTEST_KEY = 16;
    private static final int SHORTEST_RANDOM = 32;
    private static final int LONGEST_WORD = 24;

    private Secrets() {}

    /** What tells whether a pattern is worth trying. */
    private static final class Text {

        private static final int PAIRS = 1 << 11;

        /** ASCII in small letters; marks have no others. */
        private static final char[] FOLDED = new char[128];

        /** What random text consists of. */
        private static final boolean[] RANDOM = new boolean[FOLDED.length];

        static {
            for (char c = 0; c < FOLDED.length; c++) {
                FOLDED[c] = Character.toLowerCase(c);
                RANDOM[c] = Character.isLetterOrDigit(c) || "+/_=-".indexOf(c) >= 0;
            }
        }

        /** In small letters. */
        private final String folded;

        private final int longestRun;

        /**
         * A bit for each two characters that stand beside each other in small letters; several
         * pairs share one.
         */
        private final long[] pairs = new long[PAIRS / Long.SIZE];

        Text(String text) {
            this.folded = text.toLowerCase(Locale.ROOT);
            int longest = 0;
            int run = 0;
            char before = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean ascii = c < FOLDED.length;
                run = ascii && RANDOM[c] ? run + 1 : 0;
                longest = Math.max(longest, run);
                char folded = ascii ? FOLDED[c] : c;
                int pair = pair(before, folded);
                pairs[pair / Long.SIZE] |= 1L << pair;
                before = folded;
            }
            longestRun = longest;
        }

        private static int pair(char first, char second) {
            return first * 31 + second & PAIRS - 1;
        }

        /** Tells whether what a word consists of stands in the text, together or apart. */
        boolean hasPairsOf(String word) {
            for (int i = 1; i < word.length(); i++) {
                int pair = pair(word.charAt(i - 1), word.charAt(i));
                if ((pairs[pair / Long.SIZE] & 1L << pair) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A text without its secrets.
     *
     * @param text with {@code [masked …]} in their places
     * @param counts how many of each kind
     */
    public record Masked(String text, Map<Kind, Integer> counts) {

        public boolean isChanged() {
            return !counts.isEmpty();
        }

        /** Returns what was masked in words: {@code 2 × token, 1 × e-mail address}. */
        public String summary() {
            List<String> parts = new ArrayList<>();
            counts.forEach((kind, count) -> parts.add(count + " × " + kind.title()));
            return String.join(", ", parts);
        }
    }

    public static Masked mask(String text) {
        String masked = text;
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        Text traits = new Text(text);
        for (Kind kind : KINDS) {
            if (!kind.mayBeIn(traits)) {
                continue;
            }
            Matcher found = kind.pattern.matcher(masked);
            StringBuilder out = null;
            int done = 0;
            int count = 0;
            while (found.find()) {
                if (!isSecret(kind, masked, found.start(1), found.end(1))) {
                    continue;
                }
                if (out == null) {
                    out = new StringBuilder(masked.length());
                }
                out.append(masked, done, found.start(1))
                        .append("[masked ")
                        .append(kind.title().replace(' ', '-'))
                        .append(']');
                done = found.end(1);
                count++;
            }
            if (out != null) {
                masked = out.append(masked, done, masked.length()).toString();
                counts.put(kind, count);
                traits = new Text(masked);
            }
        }
        return new Masked(masked, counts);
    }

    private static boolean isSecret(Kind kind, String text, int start, int end) {
        String value = text.substring(start, end);
        if (value.startsWith("[masked")
                || value.startsWith("masked-")
                || value.equalsIgnoreCase("REDACTED")) {
            return false;
        }
        return switch (kind) {
            case IP_ADDRESS -> !value.startsWith("127.") && !value.equals("0.0.0.0");
            case RANDOM -> isRandom(value) && !isIntegrity(text, start);
            // "Unexpected token: identifier" is an error message.
            case PARAMETER ->
                    start > 0 && text.charAt(start - 1) == '='
                            || value.chars().anyMatch(Character::isDigit)
                            || value.length() > LONGEST_WORD;
            case AUTHORIZATION ->
                    value.chars().anyMatch(Character::isDigit) || value.length() > LONGEST_WORD;
            default -> true;
        };
    }

    private static boolean isIntegrity(String text, int start) {
        String before = text.substring(Math.max(0, start - 16), start).toLowerCase(Locale.ROOT);
        String here =
                text.substring(start, Math.min(text.length(), start + 7)).toLowerCase(Locale.ROOT);
        return here.startsWith("sha256-")
                || here.startsWith("sha384-")
                || here.startsWith("sha512-")
                || before.endsWith("integrity '")
                || before.endsWith("nonce-");
    }

    /**
     * Letters of both cases and digits mixed, without a word of ordinary length: no path, no
     * identifier, no name.
     */
    private static boolean isRandom(String value) {
        int changes = 0;
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            digit |= Character.isDigit(c);
            letter |= Character.isLetter(c);
            if (i > 0 && kind(c) != kind(value.charAt(i - 1))) {
                changes++;
            }
        }
        return digit && letter && value.indexOf('/') < 0 && changes * 4 > value.length();
    }

    private static int kind(char c) {
        return Character.isDigit(c)
                ? 0
                : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
    }
}

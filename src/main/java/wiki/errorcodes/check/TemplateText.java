package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/**
 * Finds templates whose fixed text no browser prints: left-over spaces, quotes that never close.
 */
final class TemplateText {

    /** Stands for a hole, so that {@code {host}’s} has a letter before its apostrophe. */
    private static final char HOLE = 'x';

    private static final String QUOTES = "'\"\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";

    /** A sign in quotes or brackets is spoken of: {@code Expected ')' to end}. */
    private static final Pattern QUOTED_SIGN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])[" + QUOTES + "(][^\\p{L}\\p{N}\\s][" + QUOTES + ")]");

    /** A bracket by itself is spoken of, too: {@code missing ) after argument list}. */
    private static final Pattern LONE_BRACKET = Pattern.compile("(?<!\\S)[()\\[\\]{}](?!\\S)");

    private static final Pattern APOSTROPHE =
            Pattern.compile("(?<=[\\p{L}\\p{N}])['\u2019](?=\\p{L})");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");

    private TemplateText() {}

    static List<Diagnostic> check(Article article) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Wording wording : article.head().wordings()) {
            problem(wording.template(), wording.language())
                    .ifPresent(
                            problem ->
                                    diagnostics.add(
                                            new Diagnostic(
                                                    article.path(),
                                                    wording.span(),
                                                    Rule.TEMPLATE_TEXT,
                                                    problem,
                                                    "copy the message from the browser once more")));
        }
        return diagnostics;
    }

    private static Optional<String> problem(MessageTemplate template, String language) {
        StringBuilder filled = new StringBuilder();
        boolean afterHole = false;
        for (MessageTemplate.Part part : template.parts()) {
            boolean hole = part instanceof MessageTemplate.Hole;
            if (hole && afterHole) {
                return Optional.of("two placeholders with nothing between them");
            }
            afterHole = hole;
            filled.append(part instanceof MessageTemplate.Literal fixed ? fixed.text() : HOLE);
        }
        String text = filled.toString();
        if (!text.equals(text.strip())) {
            return Optional.of("white space at the beginning or end of the message");
        }
        if (text.contains("\t")) {
            return Optional.of("a tab in the message");
        }
        if (text.contains("  ")) {
            return Optional.of("two spaces in a row in the message");
        }
        String plain = APOSTROPHE.matcher(text).replaceAll("");
        plain = QUOTED_SIGN.matcher(plain).replaceAll("");
        plain = LONE_BRACKET.matcher(plain).replaceAll("");
        // Other languages open and close in their own ways.
        if (language.equals("en") && hasOpenQuote(plain)) {
            return Optional.of("a quote that is not closed, or not opened");
        }
        return hasOpenBracket(QUOTED.matcher(plain).replaceAll(""))
                ? Optional.of("a bracket that is not closed, or not opened")
                : Optional.empty();
    }

    /** Firefox closes some quotes with the opening sign, so that only their number tells. */
    private static boolean hasOpenQuote(String text) {
        return count(text, "'") % 2 != 0
                || count(text, "\"") % 2 != 0
                || count(text, "\u2018\u2019\u201A") % 2 != 0
                || count(text, "\u201C\u201D\u201E") % 2 != 0
                || count(text, "\u00AB\u00BB") % 2 != 0;
    }

    private static boolean hasOpenBracket(String text) {
        return count(text, "(") != count(text, ")")
                || count(text, "[") != count(text, "]")
                || count(text, "{") != count(text, "}");
    }

    private static long count(String text, String signs) {
        return text.chars().filter(c -> signs.indexOf(c) >= 0).count();
    }
}

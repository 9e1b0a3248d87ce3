package wiki.errorcodes.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be wrong with the content. Each is explained in {@code
 * src/docs/diagnostics.md}.
 */
public enum Rule {
    YAML("the front matter is YAML between two lines of ---"),
    UNKNOWN_KEY("the front matter has only the documented keys"),
    MISSING_KEY("title and summary are given"),
    WRONG_TYPE("a value has the documented type"),
    BAD_VALUE("a value is one of those allowed"),
    FILE_NAME("files and folders are named in kebab-case"),
    ENCODING("files are UTF-8"),
    MISSING_SECTION("the required sections are there"),
    SECTION_ORDER("the fixed sections stand in their order, once each"),
    QUICK_ANSWER("a quick answer is a bold question and its answer"),
    SECTION_LIST("a section has the kind of list its heading asks for"),
    SECTION_PARTS("Fixes and FAQ consist of level-3 headings with text below"),
    TEMPLATE("a message template closes its braces and has literal text"),
    PLACEHOLDER("placeholders come from the vocabulary"),
    UNFILLED_PLACEHOLDER(
            Severity.WARNING,
            "a placeholder in the body is captured by a message or has a default"),
    RAW_HTML("articles contain no raw HTML"),
    BROKEN_LINK("links lead somewhere"),
    ANCHOR(Severity.ERROR, "a link to a place in a page names one that is there"),
    UNKNOWN_SLUG(Severity.ERROR, "relations name articles that exist"),
    DUPLICATE_SLUG("a slug belongs to one article"),
    DUPLICATE_CODE(Severity.ERROR, "an identifier belongs to one article"),
    DUPLICATE_MESSAGE(Severity.ERROR, "articles that share a wording say how to tell them apart"),
    MISSING_COLLECTION(Severity.WARNING, "a folder with articles has a _collection.md"),
    EXAMPLE(Severity.ERROR, "an example lands on its own article"),
    STEALS(Severity.ERROR, "a message does not take another article's example"),
    WORDING(Severity.WARNING, "a message, filled with example values, lands on its own article"),
    AMBIGUOUS(Severity.WARNING, "no text fits messages of two articles equally well"),
    TOO_GENERAL(Severity.WARNING, "a message does not fit those of eight other articles"),
    TEMPLATE_TEXT(Severity.WARNING, "a message template is text that a browser could print"),
    TEMPLATE_QUOTES(Severity.WARNING, "a message template has the quotes that its browser prints"),
    DIAGRAM("a diagram can be drawn"),
    IMAGE("a picture is beside its article and can be shown"),
    IMAGE_ALT("a picture has a text alternative"),
    IMAGE_WEIGHT(Severity.WARNING, "a picture has at most 300 kB"),
    UNUSED_IMAGE(Severity.INFO, "the files beside an article are shown in it"),
    CODE(Severity.WARNING, "JSON, YAML, JavaScript and nginx code parses"),
    KEY_ORDER(Severity.WARNING, "the keys of the front matter stand in the documented order"),
    LIST_MARKER(Severity.WARNING, "bullets are -, numbered lists count 1. 2. 3."),
    HEADING_ORDER(Severity.WARNING, "headings go down one level at a time, to level 4"),
    ANSWER_LENGTH(Severity.WARNING, "a quick answer has at most 60 words"),
    FIXES(Severity.WARNING, "fixes are shown, for the usual stacks, under their usual names"),
    FAQ(Severity.WARNING, "two to five questions are answered"),
    RELATED(Severity.WARNING, "three to six related articles, each of which names this one"),
    EXAMPLES(Severity.WARNING, "an article has at least two examples"),
    SOURCES(Severity.WARNING, "sources and the date of the last review are given"),
    REVIEW_DATE(Severity.INFO, "the last review is at most 12 months ago"),
    ORPHAN(Severity.INFO, "another article or the collection leads to each article"),
    NEAR_DUPLICATE(Severity.WARNING, "no two articles say the same"),
    EXTERNAL_LINK(Severity.WARNING, "links to the web are answered");

    /** How bad it is: an error keeps the article out of the wiki or makes {@code check} fail. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Severity> of(String label) {
            return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
        }
    }

    private final Severity severity;
    private final boolean binding;
    private final String sentence;

    /** A rule without which there is no article to serve. */
    Rule(String sentence) {
        this.severity = Severity.ERROR;
        this.binding = true;
        this.sentence = sentence;
    }

    Rule(Severity severity, String sentence) {
        this.severity = severity;
        this.binding = false;
        this.sentence = sentence;
    }

    /** Returns the name in kebab-case, as printed in diagnostics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how bad it is when nobody decides otherwise. */
    public Severity severity() {
        return severity;
    }

    /**
     * Tells whether it is an error whatever anybody decides, because articles cannot do without.
     */
    public boolean isBinding() {
        return binding;
    }

    /** Returns the rule of a name in kebab-case. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Returns what holds when nobody breaks the rule. */
    public String sentence() {
        return sentence;
    }
}

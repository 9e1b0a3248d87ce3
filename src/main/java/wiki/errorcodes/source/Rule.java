package wiki.errorcodes.source;

import java.util.Locale;

/**
 * Everything that can be wrong with the content. Each is explained in {@code
 * src/docs/diagnostics.md}.
 */
public enum Rule {
    YAML(Severity.ERROR, "the front matter is YAML between two lines of ---"),
    UNKNOWN_KEY(Severity.ERROR, "the front matter has only the documented keys"),
    MISSING_KEY(Severity.ERROR, "title and summary are given"),
    WRONG_TYPE(Severity.ERROR, "a value has the documented type"),
    BAD_VALUE(Severity.ERROR, "a value is one of those allowed"),
    FILE_NAME(Severity.ERROR, "files and folders are named in kebab-case"),
    ENCODING(Severity.ERROR, "files are UTF-8"),
    MISSING_SECTION(Severity.ERROR, "the required sections are there"),
    SECTION_ORDER(Severity.ERROR, "the fixed sections stand in their order, once each"),
    QUICK_ANSWER(Severity.ERROR, "a quick answer is a bold question and its answer"),
    SECTION_LIST(Severity.ERROR, "a section has the kind of list its heading asks for"),
    SECTION_PARTS(Severity.ERROR, "Fixes and FAQ consist of level-3 headings with text below"),
    TEMPLATE(Severity.ERROR, "a message template closes its braces and has literal text"),
    PLACEHOLDER(Severity.ERROR, "placeholders come from the vocabulary"),
    UNFILLED_PLACEHOLDER(
            Severity.WARNING,
            "a placeholder in the body is captured by a message or has a default"),
    RAW_HTML(Severity.ERROR, "articles contain no raw HTML"),
    BROKEN_LINK(Severity.ERROR, "links to articles lead somewhere"),
    UNKNOWN_SLUG(Severity.ERROR, "relations name articles that exist"),
    DUPLICATE_SLUG(Severity.ERROR, "a slug belongs to one article"),
    DUPLICATE_CODE(Severity.ERROR, "an identifier belongs to one article"),
    DUPLICATE_MESSAGE(Severity.ERROR, "articles that share a wording say how to tell them apart"),
    MISSING_COLLECTION(Severity.WARNING, "a folder with articles has a _collection.md"),
    EXAMPLE(Severity.ERROR, "an example lands on its own article"),
    WORDING(Severity.WARNING, "a message, filled with example values, lands on its own article"),
    DIAGRAM(Severity.ERROR, "a diagram can be drawn"),
    IMAGE(Severity.ERROR, "a picture is beside its article and can be shown"),
    IMAGE_ALT(Severity.ERROR, "a picture has a text alternative"),
    IMAGE_WEIGHT(Severity.WARNING, "a picture has at most 300 kB"),
    UNUSED_IMAGE(Severity.INFO, "the files beside an article are shown in it"),
    CODE(Severity.WARNING, "JSON, YAML, JavaScript and nginx code parses"),
    ANSWER_LENGTH(Severity.WARNING, "a quick answer has at most 60 words"),
    FIXES(Severity.WARNING, "fixes are shown, for the usual stacks, under their usual names"),
    FAQ(Severity.WARNING, "two to five questions are answered"),
    RELATED(Severity.WARNING, "three to six related articles, each of which names this one"),
    EXAMPLES(Severity.WARNING, "an article has at least two examples"),
    SOURCES(Severity.WARNING, "sources and the date of the last review are given");

    /** How bad it is: an error keeps the article out of the wiki or makes {@code check} fail. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;
    private final String sentence;

    Rule(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    /** Returns the name in kebab-case, as printed in diagnostics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** Returns what holds when nobody breaks the rule. */
    public String sentence() {
        return sentence;
    }
}

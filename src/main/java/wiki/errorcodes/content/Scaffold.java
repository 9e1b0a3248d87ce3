package wiki.errorcodes.content;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.TemplateDraft;

/**
 * The beginning of a new article: front matter filled in as far as a paste tells, every section,
 * nothing in them. Whatever was pasted, the front matter can be read.
 *
 * @param title as the reader would name the error; cut where it is too long
 * @param paste what a browser printed; may be empty
 * @param errors the lines of it that are errors
 * @param related slugs of near articles
 * @param today the date of the review
 * @param schema the address of the JSON Schema that editors complete by
 */
public record Scaffold(
        String title,
        String paste,
        List<String> errors,
        List<String> related,
        LocalDate today,
        String schema) {

    private static final int MOST_MESSAGES = 12;
    private static final int MOST_LINES = 60;

    /** What machines print to be searched for: {@code net::ERR_FAILED}, {@code SEC_ERROR_…}. */
    private static final Pattern CODE =
            Pattern.compile("\\b(?:net::)?+[A-Z]{2,}+(?:_[A-Z0-9]++){1,12}+(?![\\w-])");

    public Scaffold {
        errors = List.copyOf(errors);
        related = List.copyOf(related);
    }

    /**
     * Returns what an article or a collection is called as long as nobody has found a better title.
     */
    public static String title(String slug) {
        String words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Returns the beginning of a collection's description. */
    public static String collection(String slug, String firstArticle) {
        return "---\ntitle: "
                + quoted(title(slug))
                + "\nsummary: \"\"\nicon: "
                + Collection.ICONS.get(0)
                + "\narticles:\n  - "
                + firstArticle
                + "\n---\n";
    }

    /** Returns the templates that the errors suggest, by browser, in the order of the paste. */
    public Map<Browser, Set<String>> messages() {
        Map<Browser, Set<String>> messages = new TreeMap<>();
        errors.stream()
                .limit(MOST_MESSAGES)
                .flatMap(line -> TemplateDraft.of(line).stream())
                .forEach(
                        draft ->
                                messages.computeIfAbsent(
                                                draft.browser(), any -> new LinkedHashSet<>())
                                        .add(draft.template().text()));
        return messages;
    }

    /** Returns the identifiers that stand in the errors. */
    public Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        for (String line : errors) {
            CODE.matcher(line).results().forEach(code -> codes.add(code.group()));
        }
        return codes;
    }

    /** Returns the article as Markdown. */
    public String markdown() {
        StringBuilder head =
                new StringBuilder("---\n# yaml-language-server: $schema=" + schema + "\n");
        head.append("title: ").append(quoted(shortTitle())).append('\n');
        head.append("summary: \"\"\nseverity: error\ntags: []\n");
        list(head, "codes:", "  - ", codes());
        Map<Browser, Set<String>> messages = messages();
        if (!messages.isEmpty()) {
            head.append("messages:\n");
            messages.forEach(
                    (browser, templates) ->
                            list(head, "  " + browser.id() + ":", "    - ", templates));
        }
        if (!paste.isBlank()) {
            head.append("examples:\n  - ").append(example()).append('\n');
        }
        head.append("related: [").append(String.join(", ", related)).append("]\n");
        head.append("sources: []\nreviewed: ").append(today).append("\n---\n");
        return head + BODY;
    }

    private static final String BODY =
            """

            ## Quick answer

            **What does it mean?**


            ## Overview


            ## Key details

            -

            ## Common causes

            - **** Confirm:

            ## Steps

            1.

            ## Fixes

            ### JavaScript


            ## FAQ

            ###

            """;

    private String shortTitle() {
        int longest = FrontMatterKey.TITLE.longest();
        String line = title.replaceAll("\\s+", " ").strip();
        return line.length() > longest ? line.substring(0, longest).strip() : line;
    }

    private static void list(StringBuilder head, String key, String item, Set<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        head.append(key).append('\n');
        texts.forEach(text -> head.append(item).append(quoted(text)).append('\n'));
    }

    /** A block where YAML lets it be one, which editors can read; a quoted text otherwise. */
    private String example() {
        List<String> lines =
                paste.strip().lines().limit(MOST_LINES).map(String::stripTrailing).toList();
        boolean plain =
                lines.stream()
                        .allMatch(
                                line ->
                                        line.chars()
                                                .allMatch(
                                                        c ->
                                                                c >= ' ' && c < 0x7F
                                                                        || c >= 0xA0
                                                                                && c < 0xD800
                                                                                && c != 0x2028
                                                                                && c != 0x2029));
        if (!plain) {
            return quoted(String.join("\n", lines));
        }
        return "|\n    " + String.join("\n    ", lines).replaceAll("(?m)^ +$", "");
    }

    /** A double-quoted YAML text: everything that is not plainly printable is escaped. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c >= ' ' && c < 0x7F
                    || c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04X", (int) c));
            }
        }
        return out.append('"').toString();
    }
}

package wiki.errorcodes.content;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wiki.errorcodes.signature.Browser;

/**
 * The beginning of a new article from a message: the message as a template, every section, nothing
 * in them.
 */
public final class Scaffold {

    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_MESSAGE = 600;

    // Linear: every part is possessive or a fixed text.
    private static final Pattern VARYING =
            Pattern.compile(
                    "(?<origin>(?<=from origin ['\u2018\u201C\"])[a-z]++://[^'\u2019\u201D\"\\s/]++)"
                            + "|(?<url>\\b(?:https?|wss?|blob|data|file|chrome-extension):[^\\s'\u2019\u201D\"]++)"
                            + "|(?<number>(?<![\\w.-])[0-9]++(?![\\w.-]))");

    private static final Pattern NOISE =
            Pattern.compile(
                    "^(?:\\[(?:Error|Warning|Log)\\] |[\\w./-]++:[0-9]++(?::[0-9]++)?+ |Uncaught |\\(in promise\\) |[A-Z][A-Za-z]*+(?<=Error): )");

    private Scaffold() {}

    /**
     * Returns an article about a pasted error, as Markdown; what varies from case to case is a
     * placeholder.
     */
    public static String of(String paste) {
        String line =
                paste.lines()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse("");
        String message = message(line);
        String title =
                message.length() > LONGEST_TITLE ? message.substring(0, LONGEST_TITLE) : message;
        return """
                ---
                title: %s
                summary: ""
                severity: error
                tags: []
                messages:
                  %s:
                    - %s
                examples:
                  - |
                %s
                related: []
                sources: []
                reviewed: %s
                ---

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

                """
                .formatted(
                        quoted(title),
                        browser(paste).id(),
                        quoted(template(message)),
                        indented(paste),
                        LocalDate.now());
    }

    /** Takes off what a console puts before the message. */
    private static String message(String line) {
        String message =
                line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) : line;
        while (true) {
            Matcher noise = NOISE.matcher(message);
            if (!noise.find() || noise.end() == message.length()) {
                return message;
            }
            message = message.substring(noise.end());
        }
    }

    private static String template(String message) {
        Map<String, Integer> used = new HashMap<>();
        StringBuilder template = new StringBuilder();
        Matcher varying = VARYING.matcher(message);
        int done = 0;
        while (varying.find()) {
            String name =
                    varying.group("origin") != null
                            ? "origin"
                            : varying.group("url") != null ? "url" : "number";
            int count = used.merge(name, 1, Integer::sum);
            template.append(literal(message.substring(done, varying.start())))
                    .append('{')
                    .append(name)
                    .append(count == 1 ? "" : count)
                    .append('}');
            done = varying.end();
        }
        return template.append(literal(message.substring(done))).toString();
    }

    private static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** Safari's console marks its lines, Firefox quotes with curly quotes, Chrome does neither. */
    private static Browser browser(String paste) {
        if (paste.contains("[Error]") || paste.contains("(evaluating '")) {
            return Browser.SAFARI;
        }
        return paste.indexOf('\u2018') >= 0 || paste.indexOf('\u201C') >= 0
                ? Browser.FIREFOX
                : Browser.CHROME;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String indented(String paste) {
        StringBuilder lines = new StringBuilder();
        paste.strip()
                .lines()
                .limit(12)
                .forEach(line -> lines.append("    ").append(line).append('\n'));
        return lines.toString().stripTrailing();
    }
}

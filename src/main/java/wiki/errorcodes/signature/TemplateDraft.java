package wiki.errorcodes.signature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes a template for a message that nobody has described yet: what varies from case to case,
 * as far as its form and the words before it tell, becomes a typed placeholder.
 *
 * @param browser who probably printed the message
 * @param template the proposal, which {@link MessageTemplate#parse} can read
 */
public record TemplateDraft(Browser browser, MessageTemplate template) {

    private static final int LONGEST = 600;
    private static final String OPEN = "['\"\u2018\u201C`]";
    private static final String INNER = "[^'\"\u2018\u2019\u201C\u201D`]";

    // The order decides: what its context names comes before what its form suggests. Every part is
    // possessive or a fixed text, so the time is linear in the message.
    private static final Pattern VARYING =
            Pattern.compile(
                    "(?<origin>(?<=origin "
                            + OPEN
                            + ")[a-z]++://"
                            + INNER
                            + "++)"
                            + "|(?<scope>(?<=scope \\(?"
                            + OPEN
                            + ")[a-z]++://"
                            + INNER
                            + "++)"
                            + "|(?<url>\\b(?:https?|wss?|blob|data|file|chrome-extension|moz-extension):"
                            + "(?:[^\\s'\"\u2018\u2019\u201C\u201D`)\\].,;:]++|[)\\].,;:](?=[^\\s'\"\u2018\u2019\u201C\u201D`]))++)"
                            + "|(?<header>(?<=header field )[A-Za-z][A-Za-z0-9-]*+|(?<=header "
                            + OPEN
                            + ")[A-Za-z][A-Za-z0-9-]*+)"
                            + "|(?<method>(?<=[Mm]ethod )[A-Z]{3,7}+\\b|(?<=[Mm]ethod "
                            + OPEN
                            + ")[A-Z]{3,7}+\\b)"
                            + "|(?<mime>(?<="
                            + OPEN
                            + "|\\()(?:application|audio|font|image|model|multipart|text|video)/[a-z0-9.+-]++)"
                            + "|(?<property>(?<=reading "
                            + OPEN
                            + "|setting "
                            + OPEN
                            + "|property "
                            + OPEN
                            + ")"
                            + INNER
                            + "++)"
                            + "|(?<expression>(?<=evaluating "
                            + OPEN
                            + ")"
                            + INNER
                            + "++)"
                            + "|(?<directive>(?<=directive: \")[^\"]++)"
                            + "|(?<function>^[\\p{L}_$][\\w$.]*+(?= is not a (?:function|constructor)\\b))"
                            + "|(?<identifier>^[\\p{L}_$][\\w$]*+(?= is not defined\\b)|(?<=variable: )[\\p{L}_$][\\w$]*+)"
                            + "|(?<host>(?<![\\w@./-])(?:localhost|(?:[a-z0-9-]++\\.){1,8}(?:com|org|net|io|dev|app|test|local|internal|example|co|de|uk|fr|eu))(?::[0-9]{1,5}+)?+(?![\\w-]))"
                            + "|(?<status>(?<=status of )[1-5][0-9]{2}\\b|(?<=status )[1-5][0-9]{2}\\b|(?<=status code )[1-5][0-9]{2}\\b)"
                            + "|(?<line>(?<=\\bline )[0-9]++)"
                            + "|(?<column>(?<=\\bcolumn )[0-9]++)"
                            + "|(?<position>(?<=\\bposition )[0-9]++)"
                            + "|(?<number>(?<![\\w.-])[0-9]++(?:\\.[0-9]++)?+(?![\\w-]))");

    private static final String[] GROUPS = {
        "origin", "scope", "url", "header", "method", "mime", "property", "expression",
        "directive", "function", "identifier", "host", "status", "line", "column", "position",
        "number"
    };

    /** What consoles print before and after a message. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^(?:\\[(?:Error|Warning|Log)\\] ?|(?:\\([a-z]{1,20}+\\)|[\\w/?=&%.-]{1,200}\\.(?:[cm]?js|jsx|tsx?|vue|svelte|html?|php|css)):[0-9]++(?::[0-9]++)?+ |Uncaught |\\(in promise\\) |Unhandled Promise Rejection: |[A-Z][A-Za-z]*+(?<=Error): |Error: |DOMException: )");

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?: \\[(?:Learn More|Weitere Informationen|En savoir plus|\u8BE6\u7EC6\u4E86\u89E3)\\])?+(?: [\\w./-]++:[0-9]++(?::[0-9]++)?+| \\([\\w./-]++, line [0-9]++\\))?+$");

    /**
     * Proposes a template for one line of a console; empty when nothing but values stands there.
     */
    public static Optional<TemplateDraft> of(String line) {
        String message = message(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        Map<String, Integer> used = new HashMap<>();
        StringBuilder template = new StringBuilder();
        Matcher varying = VARYING.matcher(message);
        int done = 0;
        while (varying.find()) {
            String name = group(varying);
            int count = used.merge(name, 1, Integer::sum);
            if (count > 9) {
                continue;
            }
            template.append(literal(message.substring(done, varying.start())))
                    .append('{')
                    .append(name)
                    .append(count == 1 ? "" : count)
                    .append('}');
            done = varying.end();
        }
        template.append(literal(message.substring(done)));
        try {
            return Optional.of(
                    new TemplateDraft(browser(line), MessageTemplate.parse(template.toString())));
        } catch (MessageTemplate.SyntaxException onlyValues) {
            return Optional.empty();
        }
    }

    private static String group(Matcher matcher) {
        for (String name : GROUPS) {
            if (matcher.group(name) != null) {
                return name;
            }
        }
        throw new IllegalStateException("every alternative has a name");
    }

    /** Takes off what a console puts around the message. */
    private static String message(String line) {
        String message = line.strip();
        while (true) {
            Matcher before = BEFORE.matcher(message);
            if (!before.find() || before.end() == message.length()) {
                break;
            }
            message = message.substring(before.end());
        }
        Matcher after = AFTER.matcher(message);
        return after.find() && after.start() > 0 ? message.substring(0, after.start()) : message;
    }

    private static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** Each browser's console and engine have turns of speech of their own. */
    private static Browser browser(String line) {
        boolean safari =
                line.contains("[Error]")
                        || line.contains("(evaluating '")
                        || line.contains("Unhandled Promise Rejection:")
                        || line.contains("is not an object")
                        || line.contains("Can't find variable")
                        || line.contains("because of access control checks")
                        || line.contains("Safari can");
        if (safari) {
            return Browser.SAFARI;
        }
        boolean firefox =
                line.indexOf('\u2018') >= 0
                        || line.indexOf('\u201C') >= 0
                        || line.startsWith("Cross-Origin Request Blocked")
                        || line.startsWith("Content-Security-Policy:")
                        || line.contains("NS_ERROR_")
                        || line.contains("SEC_ERROR_")
                        || line.contains("SSL_ERROR_")
                        || line.contains("can't access")
                        || line.contains("JSON.parse: ")
                        || line.contains("NetworkError when")
                        || line.contains("[Learn More]");
        return firefox ? Browser.FIREFOX : Browser.CHROME;
    }
}

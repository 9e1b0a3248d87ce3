package wiki.errorcodes.signature;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /**
     * What a kind of value looks like, and what stands before it.
     *
     * @param regex possessive or bounded, so that the time is linear in the message
     */
    private record Form(Placeholder placeholder, String regex) {}

    // The order decides: what its context names comes before what its form suggests.
    private static final List<Form> FORMS =
            List.of(
                    new Form(Placeholder.INITIATOR, "(?<=Access to )[A-Za-z]{1,30}+(?= at )"),
                    new Form(
                            Placeholder.ORIGIN,
                            "(?<=[Oo]rigin "
                                    + OPEN
                                    + ")(?:[a-z][a-z0-9+.-]{0,30}+://"
                                    + INNER
                                    + "++|null\\b)|(?<=[Oo]rigin )https?://[\\w.:-]++(?<![.:])"),
                    new Form(
                            Placeholder.SCOPE,
                            "(?<=scope \\(?" + OPEN + ")[a-z]++://" + INNER + "++"),
                    new Form(
                            Placeholder.URL,
                            "\\b(?:(?:blob|data|file):|[a-z][a-z0-9+-]{1,30}+://)"
                                    + "(?:[^\\s'\"\u2018\u2019\u201C\u201D`)\\].,;:]++"
                                    + "|[)\\].,;:](?=[^\\s'\"\u2018\u2019\u201C\u201D`]))++"),
                    // A message that names one of the well-known ones is about that very header.
                    new Form(
                            Placeholder.HEADER,
                            "(?<=header field )[A-Za-z][A-Za-z0-9-]*+|(?<=header "
                                    + OPEN
                                    + ")(?!(?i:access-control|cross-origin|content|permissions|x-frame)-)[A-Za-z][A-Za-z0-9-]*+"),
                    new Form(
                            Placeholder.METHOD,
                            "(?:(?<=[Mm]ethod )|(?<=[Mm]ethod "
                                    + OPEN
                                    + "))[A-Z]{3,7}+\\b|^[A-Z]{3,7}+(?= [a-z]{2,5}+://)"),
                    new Form(
                            Placeholder.MIME,
                            "(?<="
                                    + OPEN
                                    + "|\\()(?:application|audio|font|image|model|multipart|text|video)/[a-z0-9.+-]++"),
                    new Form(
                            Placeholder.PROPERTY,
                            "(?<=reading "
                                    + OPEN
                                    + "|setting "
                                    + OPEN
                                    + "|property "
                                    + OPEN
                                    + ")"
                                    + INNER
                                    + "++"),
                    new Form(
                            Placeholder.VALUE,
                            "(?<=(?:read|set) properties of )(?:undefined|null)\\b"),
                    new Form(
                            Placeholder.EXPRESSION,
                            "(?<=evaluating ').{1,300}(?='\\))"
                                    + "|^(?!undefined |null )[\\p{L}_$][\\w$.]*+(?= is not (?:a function|a constructor|iterable)\\b)"),
                    new Form(
                            Placeholder.DIRECTIVE,
                            "(?<=directive: \")[^\"]++"
                                    + "|(?<=[\"\u201C])(?:[a-z]{3,20}+(?:-[a-z]{3,20}+){0,3}+-src(?:-elem|-attr)?|[a-z]{3,20}+-src|frame-ancestors|form-action|base-uri) [^\"\u201D]{1,300}+"
                                    + "|(?<=directive ')[a-z-]{3,40}+ [^\"]{1,300}?(?='[.,;] )"),
                    new Form(
                            Placeholder.HASH,
                            "(?<=" + OPEN + ")sha(?:256|384|512)-[A-Za-z0-9+/_=-]++"),
                    new Form(
                            Placeholder.ADDRESS_SPACE,
                            "(?<=address space(?: of)? `|access the `)(?:loopback|local|private|public|unknown)(?=`)"),
                    new Form(
                            Placeholder.IDENTIFIER,
                            "^[\\p{L}_$][\\w$]*+(?= is not defined\\b)|(?:(?<=variable: )|(?<=to const ')|(?<=[Ii]dentifier ')|(?<=lexical declaration ')|(?<=Cannot access '))[\\p{L}_$][\\w$]*+"),
                    new Form(
                            Placeholder.HOST,
                            "(?<![\\w@./-])(?:localhost|(?:[a-z0-9-]++\\.){1,8}(?:com|org|net|io|dev|app|test|local|internal|example|co|de|uk|fr|eu))(?::[0-9]{1,5}+)?+(?![\\w-])"),
                    new Form(
                            Placeholder.STATUS,
                            "(?:(?<=status of )|(?<=status )|(?<=[Ss]tatus code )|(?<=[Ss]tatus code: )|(?<=net::ERR_[A-Z0-9_]{1,60} ))[1-5][0-9]{2}\\b"),
                    new Form(
                            Placeholder.STATUS_TEXT,
                            "(?<= [1-5][0-9]{2} \\()[A-Z][A-Za-z' -]{1,40}+(?=\\))"),
                    new Form(Placeholder.LINE, "(?<=\\bline )[0-9]++"),
                    new Form(Placeholder.COLUMN, "(?<=\\bcolumn )[0-9]++"),
                    new Form(Placeholder.POSITION, "(?<=\\bposition )[0-9]++"),
                    // The status of a plain request stays: it is what the message is about.
                    new Form(
                            Placeholder.NUMBER,
                            "(?<![\\w./+-])[0-9]++(?:\\.[0-9]++)?+(?![\\w/-]| \\([A-Z])"));

    /** One group for each form, in their order. */
    private static final Pattern VARYING =
            Pattern.compile(
                    FORMS.stream()
                            .map(form -> "(" + form.regex() + ")")
                            .collect(Collectors.joining("|")));

    /** What consoles print before and after a message. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^(?:\\[(?:Error|Warning|Log)\\] ?|(?:\\([a-z]{1,20}+\\)|(?!localhost:)(?:[\\w-]{1,60}|[\\w.-]{1,100}/[\\w./?=&%@-]{0,300}|[\\w.-]{1,100}\\.(?:[cm]?js|jsx|tsx?|vue|svelte|html?|php|css))):[0-9]++(?::[0-9]++)?+ ++(?=\\S)|Uncaught |\\(in promise\\) |Unhandled Promise Rejection: |[A-Z][A-Za-z]*+(?<=Error): |Error: |DOMException: )");

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?: \\[(?:Learn More|Weitere Informationen|En savoir plus|\u8BE6\u7EC6\u4E86\u89E3)\\])?+(?: [\\w./-]++:[0-9]++(?::[0-9]++)?+| \\([\\w./-]++, line [0-9]++\\))?+$");

    /** Turns of speech that only one of the browsers uses. */
    private static final Map<Browser, List<String>> SPEECH =
            new EnumMap<>(
                    Map.of(
                            Browser.SAFARI,
                            List.of(
                                    "[Error]",
                                    "[Warning]",
                                    "[blocked]",
                                    "(evaluating '",
                                    "Unhandled Promise Rejection:",
                                    "is not an object",
                                    "Can't find variable",
                                    "because of access control checks",
                                    "due to access control checks",
                                    "pretending to be \u201C",
                                    "Safari "),
                            Browser.FIREFOX,
                            List.of(
                                    "Firefox",
                                    "Cross-Origin Request Blocked",
                                    "Content-Security-Policy:",
                                    "Security Error: ",
                                    "NS_",
                                    "SEC_ERROR_",
                                    "SSL_ERROR_",
                                    "MOZILLA_PKIX_",
                                    "InternalError: ",
                                    "can't access",
                                    "can't convert",
                                    "is read-only",
                                    "invalid assignment to const",
                                    "doesn't provide an export named",
                                    "error loading dynamically imported module",
                                    "JSON.parse: ",
                                    "NetworkError when",
                                    "[Learn More]",
                                    "\u2018",
                                    "We can\u2019t connect",
                                    "isn\u2019t redirecting",
                                    "\u201C")));

    /** Firefox puts the place behind a message, in its last column. */
    private static final Pattern FIREFOX_PLACE = Pattern.compile(" [\\w./-]++:[0-9]++:[0-9]++$");

    /** Safari names the file and counts from line 0. */
    private static final Pattern SAFARI_PLACE = Pattern.compile(" \\([^()\\s]++, line [0-9]++\\)$");

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
            String name = form(varying).placeholder().word();
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

    private static Form form(Matcher matcher) {
        for (int i = 0; i < FORMS.size(); i++) {
            if (matcher.group(i + 1) != null) {
                return FORMS.get(i);
            }
        }
        throw new IllegalStateException("one of the groups has matched");
    }

    /** Takes off what a console puts around the message. */
    private static String message(String line) {
        String message = line.strip();
        while (true) {
            Matcher before = BEFORE.matcher(message);
            if (!before.find() || before.end() == message.length()) {
                break;
            }
            message = message.substring(before.end()).strip();
        }
        Matcher after = AFTER.matcher(message);
        return after.find() && after.start() > 0 ? message.substring(0, after.start()) : message;
    }

    private static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** Chrome's turns of speech are everybody's. */
    private static Browser browser(String line) {
        if (SAFARI_PLACE.matcher(line).find()) {
            return Browser.SAFARI;
        }
        for (Browser browser : List.of(Browser.SAFARI, Browser.FIREFOX)) {
            if (SPEECH.getOrDefault(browser, List.of()).stream().anyMatch(line::contains)) {
                return browser;
            }
        }
        return FIREFOX_PLACE.matcher(line).find() ? Browser.FIREFOX : Browser.CHROME;
    }
}

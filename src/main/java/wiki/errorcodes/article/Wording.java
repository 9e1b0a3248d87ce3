package wiki.errorcodes.article;

import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.source.Span;

/**
 * What a browser prints for an error.
 *
 * @param browser who prints it
 * @param template the text, with placeholders
 * @param since first major version that prints it; 0 when unknown or always
 * @param until last major version that printed it; 0 when it still does or nobody knows
 * @param language the language it is in, as a BCP 47 tag; {@code en} normally
 * @param span where the article claims it
 */
public record Wording(
        Browser browser,
        MessageTemplate template,
        int since,
        int until,
        String language,
        Span span) {

    /**
     * Returns the versions in words: {@code "up to 91"}, {@code "since 92"}; empty when there is
     * nothing to say.
     */
    public String versions() {
        if (since > 0 && until > 0) {
            return since + " to " + until;
        }
        if (until > 0) {
            return "up to " + until;
        }
        return since > 0 ? "since " + since : "";
    }
}

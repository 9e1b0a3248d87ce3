package wiki.errorcodes.article;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.source.Span;

/**
 * A machine identifier that an article answers.
 *
 * @param identifier the usual spelling: {@code net::ERR_FAILED}, {@code HTTP 404}
 * @param number the number the browser's source gives it, such as {@code -201}
 * @param span where the article claims it
 */
public record Code(String identifier, OptionalInt number, Span span) {

    private static final Pattern CHROME =
            Pattern.compile("net::.*|V8:.*|DNS_PROBE_.*|k[A-Z].*|ERR_.*|STATUS_.*|RESULT_CODE_.*");
    private static final Pattern FIREFOX =
            Pattern.compile(
                    "(?:SEC|SSL|MOZILLA_PKIX|NS)_ERROR_.*|NS_.*|XP_.*|JSMSG_.*|MSG_.*|CORS[A-Z].*|MOZILLA_.*");
    private static final Pattern SAFARI = Pattern.compile("NSURLError.*|kCFError.*|WebKit.*");

    /** Returns the browser that uses it; empty when several do. */
    public Optional<Browser> browser() {
        if (CHROME.matcher(identifier).matches()) {
            return Optional.of(Browser.CHROME);
        }
        if (FIREFOX.matcher(identifier).matches()) {
            return Optional.of(Browser.FIREFOX);
        }
        return SAFARI.matcher(identifier).matches()
                ? Optional.of(Browser.SAFARI)
                : Optional.empty();
    }
}

package wiki.errorcodes.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.signature.PastedText;

/**
 * Tells a proof from a hint: whether what stands in a text can be nothing but this error, or might
 * belong to a longer message that no article knows.
 */
final class Proof {

    /**
     * What browsers' networking and certificate code calls its errors: {@code net_error_list.h} of
     * Chromium, {@code SECerrs.h} and {@code SSLerrs.h} of NSS, {@code ErrorList.py} of Firefox.
     */
    private static final Pattern IDENTIFIER =
            Pattern.compile(
                    "(?<![\\w.])(?:(?:(?:NET_)?ERR|(?:SEC|SSL|MOZILLA_PKIX|NS)_ERROR|DNS_PROBE)_[A-Z0-9_]++|PR_[A-Z0-9_]++(?<=_ERROR))");

    private final PastedText text;

    Proof(PastedText text) {
        this.text = text;
    }

    boolean isProof(Alignment<Claim> found) {
        Claim claim = found.entry();
        if (claim.evidence() == Evidence.CODE) {
            return isIdentifier(found.template()) ? !isKindOfMessage(found) : found.isWhole();
        }
        int letters = found.specificity();
        if (claim.isPart()) {
            // What was left out may be what tells two errors apart.
            int whole = claim.wording().map(Proof::letters).orElse(0);
            return found.isWhole() && letters >= Confidence.MOST_OF_A_WORDING * whole;
        }
        boolean telling =
                letters >= Confidence.UNMISTAKABLE ? !followsAnotherApi(found) : found.isWhole();
        // Or the wording names an identifier: "GET … net::ERR_EMPTY_RESPONSE".
        return telling || found.template().hasIdentifier();
    }

    /**
     * Tells whether a short wording is only how a longer, unknown message begins: {@code
     * XMLHttpRequest cannot load https://….} before a reason.
     */
    boolean isBeginning(Alignment<Claim> found) {
        String all = text.text();
        int end = found.end();
        return found.entry().evidence() == Evidence.SIGNATURE
                && found.specificity() < Confidence.UNMISTAKABLE
                && end + 2 < all.length()
                && (all.charAt(end) == '.' || all.charAt(end) == ':')
                && all.charAt(end + 1) == ' '
                && Character.isLetter(all.charAt(end + 2));
    }

    private static int letters(Wording wording) {
        return wording.template().specificity();
    }

    /** {@code unsafe-eval} and {@code script-src} are words of many messages. */
    static boolean isIdentifier(MessageTemplate code) {
        return code.text()
                .chars()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '_');
    }

    /**
     * {@code NetworkError: Failed to open serial port.}: the name says only what kind of error the
     * message after it is.
     */
    private boolean isKindOfMessage(Alignment<Claim> found) {
        String all = text.text();
        if (!found.template().text().endsWith("Error")
                || found.template().text().indexOf('_') >= 0) {
            return false;
        }
        int after = found.end();
        if (after >= all.length() || all.charAt(after) != ':') {
            return false;
        }
        after++;
        while (after < all.length() && all.charAt(after) == ' ') {
            after++;
        }
        return after < all.length() && Character.isLetter(all.charAt(after));
    }

    /**
     * Blink names the function that failed before the message, {@code Failed to execute
     * 'createWritable' on 'FileSystemFileHandle': …} (ExceptionMessages::FailedToExecute); where a
     * wording is known without it, this function may mean something else.
     */
    private boolean followsAnotherApi(Alignment<Claim> found) {
        String all = text.text();
        int at = found.start();
        while (at > 0 && all.charAt(at - 1) == ' ') {
            at--;
        }
        return at > 1 && all.charAt(at - 1) == ':' && all.charAt(at - 2) == '\'';
    }

    /** Tells whether the text is an error page about an identifier that no article has. */
    boolean isPageOfUnknown(Signatures signatures) {
        if (!text.text().contains("ERR") && !text.text().contains("DNS_PROBE_")) {
            return false;
        }
        Matcher identifier = IDENTIFIER.matcher(text.text());
        while (identifier.find()) {
            if (!signatures.knows(identifier.group())
                    && isOwnLine(text.text(), identifier.start(), identifier.end())) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether an identifier has a line for itself, as on an error page. */
    static boolean isOwnLine(String all, int start, int end) {
        int lineStart = all.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int newline = all.indexOf('\n', end);
        int lineEnd = newline < 0 ? all.length() : newline;
        String before = all.substring(Math.min(lineStart, start), start).strip();
        String after = all.substring(end, Math.max(end, lineEnd)).strip();
        return after.length() <= 1
                && (before.isEmpty()
                        || before.length() <= 24 && (before.endsWith(":") || before.endsWith("：")));
    }
}

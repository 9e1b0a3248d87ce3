package wiki.errorcodes.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one spelling of an address: lower case, without a slash at the end. */
final class Canonical {

    // Nothing else is ever sent back in a Location header: "//host" or "/\\host" would lead away.
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9._~-]+)+/?");
    // Identifiers are written in capitals, and programs are told what they did wrong instead of
    // being sent elsewhere.
    private static final Pattern LEFT_ALONE = Pattern.compile("/(?:code|static|api)/.*");
    // Lists have their slash, and are found without it.
    private static final Pattern LIST = Pattern.compile("/(?:collections|tags)/?");

    private Canonical() {}

    /** Returns the right spelling of a path; empty when it is right already, or not ours. */
    static Optional<String> of(String path) {
        if (!PLAIN.matcher(path).matches() || LEFT_ALONE.matcher(path).matches()) {
            return Optional.empty();
        }
        String lower = path.toLowerCase(Locale.ROOT);
        boolean bare = LIST.matcher(lower).matches() || !lower.endsWith("/");
        String right = bare ? lower : lower.substring(0, lower.length() - 1);
        return right.equals(path) ? Optional.empty() : Optional.of(right);
    }
}

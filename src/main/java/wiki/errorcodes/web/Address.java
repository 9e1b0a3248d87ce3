package wiki.errorcodes.web;

import java.net.URI;

/**
 * Under which address readers and search engines reach the wiki.
 *
 * @param base scheme, host and path without a slash at the end; empty when it is not known, and
 *     addresses stay relative
 */
public record Address(String base) {

    /** Nobody said it; addresses in pages stay relative. */
    public static final Address UNKNOWN = new Address("");

    /**
     * Reads what an administrator configured.
     *
     * @throws IllegalArgumentException if it is not an http or https address; the message says what
     *     to write
     */
    public static Address of(String configured) {
        String advice = "\"" + configured + "\" is no address such as https://wiki.example.org";
        try {
            URI uri = URI.create(configured);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getQuery() != null) {
                throw new IllegalArgumentException(advice);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(advice, e);
        }
        return new Address(configured.replaceFirst("/+$", ""));
    }

    /** Returns the whole address of a path; the path itself when the base is not known. */
    public String absolute(String path) {
        return base + path;
    }

    public boolean isKnown() {
        return !base.isEmpty();
    }
}

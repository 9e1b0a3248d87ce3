package wiki.errorcodes.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers every response carries: what Mozilla's HTTP Observatory asks of an A+ site that
 * serves only itself.
 */
final class SecurityHeaders {

    /** What pages may load: nothing but what this server sends. */
    static final String PAGE_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "font-src 'self'",
                    "connect-src 'self'",
                    "manifest-src 'self'",
                    "worker-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy", PAGE_POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    // Two years, and this host alone: a wiki on one name must not decide for the others of its
    // domain.
    private static final String TWO_YEARS = "max-age=63072000";

    private SecurityHeaders() {}

    /**
     * Tells whether a request came over https, be it to a proxy in front.
     *
     * @param forwarded its X-Forwarded-Proto, if it has one
     */
    static boolean isHttps(boolean secure, @Nullable String forwarded) {
        return secure || "https".equals(forwarded);
    }

    /** Returns the headers; over https also the one that keeps it so. */
    static Map<String, String> of(boolean https) {
        if (!https) {
            return ALWAYS;
        }
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.put("Strict-Transport-Security", TWO_YEARS);
        return headers;
    }
}

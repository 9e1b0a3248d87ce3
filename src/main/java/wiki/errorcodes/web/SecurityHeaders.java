package wiki.errorcodes.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers every response carries: what Mozilla's HTTP Observatory asks of an A+ site that
 * serves only itself.
 */
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY =
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
                    "Content-Security-Policy", CONTENT_SECURITY_POLICY,
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

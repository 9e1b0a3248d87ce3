package wiki.errorcodes.web;

import io.javalin.http.Context;

/** The headers every response carries: what Mozilla's HTTP Observatory asks of an A+ site that serves only itself. */
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
            "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    private SecurityHeaders() {}

    static void add(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if ("https".equals(context.header("X-Forwarded-Proto")) || context.scheme().equals("https")) {
            context.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }
}

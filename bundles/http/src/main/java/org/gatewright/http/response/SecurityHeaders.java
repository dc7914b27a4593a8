package org.gatewright.http.response;

import java.net.URI;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.request.Exchange;

/** The headers that protect every answer. */
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /** Sets them; what is written later may replace the content policy and the caching. */
    public static void apply(Exchange exchange) {
        HttpServletResponse response = exchange.response();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Request-Id", exchange.id());
        if (exchange.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Allows what the built pages need: scripts and styles of this origin, images from anywhere, forms to applications. */
    public static void allowPage(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; font-src 'self';"
                        + " connect-src 'self'; form-action *; base-uri 'none'; frame-ancestors 'none'");
    }

    /** Allows what a page made here needs: its style sheet, its script, and a form to the one target. */
    public static void allowForm(HttpServletResponse response, URI target) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
                        + target.getScheme() + "://" + target.getRawAuthority());
    }

    /** Allows the style sheet of an error page. */
    public static void allowStyle(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}

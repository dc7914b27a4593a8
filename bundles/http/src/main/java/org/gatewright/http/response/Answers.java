package org.gatewright.http.response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.request.Exchange;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;

/** Writes answers. */
public final class Answers {

    private Answers() {}

    /** Writes what a protocol answered. */
    public static void write(Exchange exchange, Response answer) throws IOException {
        HttpServletResponse response = exchange.response();
        if (answer instanceof Response.Json json) {
            headers(response, json.headers());
            json(exchange, json.status(), "application/json", json.body());
        } else if (answer instanceof Response.Text text) {
            headers(response, text.headers());
            body(exchange, text.status(), text.mediaType() + ";charset=utf-8", text.body());
        } else if (answer instanceof Response.Empty empty) {
            headers(response, empty.headers());
            response.setStatus(empty.status());
        } else if (answer instanceof Response.Redirect redirect) {
            redirect(exchange, redirect.to().toString());
        } else if (answer instanceof Response.AutoSubmit form) {
            SecurityHeaders.allowForm(response, form.to());
            body(exchange, 200, "text/html;charset=utf-8", Html.autoSubmit(form.to(), form.fields()));
        } else if (answer instanceof Response.ErrorPage page) {
            error(exchange, page.status(), page.title(), page.message(), page.reference());
        }
    }

    /** Writes JSON. */
    public static void json(Exchange exchange, int status, String mediaType, JsonObject object) throws IOException {
        body(exchange, status, mediaType, JsonText.write(object));
    }

    /** Sends the browser on with status 302. */
    public static void redirect(Exchange exchange, String target) {
        exchange.response().setStatus(HttpServletResponse.SC_FOUND);
        exchange.response().setHeader("Location", target);
    }

    /** Tells what went wrong: a page for a browser, a problem document (RFC 9457) for everybody else. */
    public static void problem(Exchange exchange, int status, String code, String title, String detail)
            throws IOException {
        if (exchange.wantsHtml() && !exchange.path().startsWith("/api/")) {
            error(exchange, status, title, detail, Optional.of(exchange.id()));
            return;
        }
        JsonObject problem = JsonObject.of("type", "about:blank")
                .with("title", title)
                .with("status", status)
                .with("detail", detail)
                .with("code", code)
                .with("instance", "urn:gatewright:request:" + exchange.id());
        json(exchange, status, "application/problem+json", problem);
    }

    /** Sends the page of an address that leads nowhere. */
    public static void notFound(Exchange exchange) throws IOException {
        problem(exchange, 404, "http/not-found", "Not found", "There is nothing at this address.");
    }

    private static void error(Exchange exchange, int status, String title, String message, Optional<String> reference)
            throws IOException {
        SecurityHeaders.allowStyle(exchange.response());
        body(exchange, status, "text/html;charset=utf-8", Html.error(title, message, reference));
    }

    private static void body(Exchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.response().setStatus(status);
        exchange.response().setContentType(type);
        exchange.response().setContentLength(bytes.length);
        if (!exchange.method().equals("HEAD")) {
            exchange.response().getOutputStream().write(bytes);
        }
    }

    private static void headers(HttpServletResponse response, Map<String, String> headers) {
        headers.forEach(response::setHeader);
    }
}

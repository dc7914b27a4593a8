package org.gatewright.http.response;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The two pages that the entry makes itself. They need no script but the one that posts a form. */
final class Html {

    private Html() {}

    static String error(String title, String message, Optional<String> reference) {
        String line = reference
                .map(text -> "<p class=\"reference\">Reference: <code>" + escape(text) + "</code></p>")
                .orElse("");
        return page(title, "<h1>" + escape(title) + "</h1><p role=\"alert\">" + escape(message) + "</p>" + line, "");
    }

    static String autoSubmit(URI target, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("<h1>One moment</h1><form id=\"post\" method=\"post\" action=\"")
                .append(escape(target.toString()))
                .append("\">");
        fields.forEach((name, value) -> form.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">"));
        form.append("<p>You are being sent on.</p><button>Continue</button></form>");
        return page("One moment", form.toString(), "<script src=\"/static/dist/entry/post.js\" defer></script>");
    }

    private static String page(String title, String body, String head) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>%s</title>
                <link rel="stylesheet" href="/static/dist/entry/page.css">%s</head><body><main>%s</main></body></html>
                """.formatted(escape(title), head, body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package org.gatewright.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.gatewright.port.directory.Actor;
import org.gatewright.rest.collection.Collection;

/** The page at the root of the API. Plain HTML: it needs neither script nor style. */
final class IndexPage {

    private IndexPage() {}

    static String of(Actor actor, List<Collection> collections) {
        String caller = actor.user().map(user -> escape(user.username())).orElse("");
        String rows = collections.stream()
                .map(Collection::path)
                .sorted()
                .map(path -> "<li><a href=\"/api/v3/%1$s/\">%1$s</a></li>".formatted(escape(path)))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>Gatewright API</title></head>
                <body><main><h1>Gatewright API</h1>
                <p>Signed in as <strong>%s</strong>. The whole API as an <a href="/api/v3/schema/">OpenAPI document</a>.</p>
                <h2>Collections</h2>
                <ul>
                %s
                </ul></main></body></html>
                """.formatted(caller, rows);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

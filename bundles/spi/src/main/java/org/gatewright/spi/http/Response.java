package org.gatewright.spi.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;

/**
 * An answer of a protocol. The entry writes it, with the security headers of every answer.
 *
 * @since 1.0
 */
public sealed interface Response {

    /** JSON with {@code Cache-Control: no-store} unless the headers say otherwise. */
    record Json(int status, JsonObject body, Map<String, String> headers) implements Response {
        /** Copies the headers. */
        public Json {
            headers = Map.copyOf(headers);
        }

        /** An answer without further headers. */
        public Json(int status, JsonObject body) {
            this(status, body, Map.of());
        }
    }

    /** Text of some media type. */
    record Text(int status, String mediaType, String body, Map<String, String> headers) implements Response {
        /** Copies the headers. */
        public Text {
            headers = Map.copyOf(headers);
        }
    }

    /** Nothing but a status. */
    record Empty(int status, Map<String, String> headers) implements Response {
        /** Copies the headers. */
        public Empty {
            headers = Map.copyOf(headers);
        }
    }

    /** Sends the browser on, with status 302. The plug-in has checked the target against what is registered. */
    record Redirect(URI to) implements Response {}

    /** A page with a form that the browser posts by itself to the target, which the plug-in has checked against what is registered. */
    record AutoSubmit(URI to, Map<String, String> fields) implements Response {
        /** Copies the fields, in order. */
        public AutoSubmit {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * A page that tells a person what went wrong.
     *
     * @param status 400 to 599
     * @param title a few words
     * @param message what happened and what to do
     * @param reference what the administrator finds it by
     */
    record ErrorPage(int status, String title, String message, Optional<String> reference) implements Response {}
}

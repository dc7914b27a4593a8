package org.gatewright.spi.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request to a protocol. The entry has checked sizes, decoded the path and the parameters, and found the client's address.
 *
 * @param method in upper case
 * @param path the decoded path, with a last slash
 * @param pathParameters values of the names in braces of the {@link org.gatewright.spi.protocol.Route}
 * @param query parameters of the address
 * @param form parameters of a body of type application/x-www-form-urlencoded, else none
 * @param headers without {@code Cookie}
 * @param body the body as text if it is not a form
 * @param client who sent it
 * @param rawQuery the query of the address as it was sent, not decoded, empty without one: what a signature over it was made of
 * @since 1.0
 */
public record Request(
        String method,
        String path,
        Map<String, String> pathParameters,
        Parameters query,
        Parameters form,
        Headers headers,
        Optional<String> body,
        ClientInfo client,
        String rawQuery) {

    /** Copies the path parameters. */
    public Request {
        pathParameters = Map.copyOf(pathParameters);
    }

    /** A request of whose address nobody needs the query as it was sent. */
    public Request(
            String method,
            String path,
            Map<String, String> pathParameters,
            Parameters query,
            Parameters form,
            Headers headers,
            Optional<String> body,
            ClientInfo client) {
        this(method, path, pathParameters, query, form, headers, body, client, "");
    }

    /** Returns a path parameter that the route is known to have. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /** Names the address only: the rest may be secret. */
    @Override
    public String toString() {
        return "Request[" + method + " " + path + "]";
    }
}

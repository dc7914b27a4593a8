package org.gatewright.spi.protocol;

import java.util.Set;

/**
 * An address of a protocol.
 *
 * @param methods in upper case; {@code GET} serves {@code HEAD} too
 * @param path a path with a last slash, in which {@code {name}} stands for one segment; requests without the last slash are served alike
 * @param crossOrigin whether scripts of any origin may read the answer (CORS), never with credentials
 * @since 1.0
 */
public record Route(Set<String> methods, String path, boolean crossOrigin) {

    /**
     * Copies the methods.
     *
     * @throws IllegalArgumentException if the path does not begin and end with a slash
     */
    public Route {
        methods = Set.copyOf(methods);
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("a route begins and ends with a slash: " + path);
        }
    }
}

package org.gatewright.port.plugins;

import java.util.List;

/**
 * Something that a plug-in says it does, in the header {@code Gatewright-Permissions} of its manifest.
 *
 * @param name one of those in the manual, such as {@code network}
 * @param limits what it is restricted to, such as hosts with ports; empty for no restriction
 */
public record Permission(String name, List<String> limits) {

    /** Copies the list. */
    public Permission {
        limits = List.copyOf(limits);
    }

    /** Returns the name, and the limits in brackets. */
    public String words() {
        return limits.isEmpty() ? name : name + " (" + String.join(", ", limits) + ")";
    }
}

package org.gatewright.protocols.saml.respond;

import java.util.List;
import java.util.Optional;

/** An attribute of a user with its values, at least one. */
record Told(String name, Optional<String> friendlyName, List<String> values) {

    Told {
        values = List.copyOf(values);
    }
}

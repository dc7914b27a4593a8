package org.gatewright.protocols.saml.request;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A request as it arrived. Nothing of it has been checked but that it is XML.
 *
 * @param xml the message
 * @param relayState what the service provider wants back
 * @param destinations the names of the address that it came to
 * @param detached the signature that travelled beside the message
 */
public record Received(
        Element xml, Optional<String> relayState, Set<String> destinations, Optional<DetachedSignature> detached) {

    /** Copies the addresses. */
    public Received {
        destinations = Set.copyOf(destinations);
    }
}

package org.gatewright.protocols.saml.request;

import java.util.Optional;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.spi.data.JsonObject;

/**
 * Where and as whom a service provider is answered. Exists only for an address that is registered.
 *
 * @param acs the address
 * @param inResponseTo the ID of the request; empty if there was none
 * @param relayState what the service provider wants back
 * @param own who answers
 * @param provider names the provider
 */
public record Reply(
        String acs, Optional<String> inResponseTo, Optional<String> relayState, IdentityProvider own, String provider) {

    JsonObject toJson() {
        return JsonObject.of("acs", acs)
                .with("id", inResponseTo)
                .with("relay", relayState)
                .with("entity", own.entityId())
                .with("origin", own.origin())
                .with("app", own.application())
                .with("provider", provider);
    }

    static Reply of(JsonObject json) {
        return new Reply(
                json.text("acs").orElseThrow(),
                json.text("id"),
                json.text("relay"),
                new IdentityProvider(
                        json.text("entity").orElseThrow(),
                        json.text("origin").orElseThrow(),
                        json.text("app").orElseThrow()),
                json.text("provider").orElseThrow());
    }
}

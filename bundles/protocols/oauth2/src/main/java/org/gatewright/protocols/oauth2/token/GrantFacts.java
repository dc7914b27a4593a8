package org.gatewright.protocols.oauth2.token;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Grant;

/**
 * What a grant remembers, so that tokens that follow say the same as the first ones (OpenID Connect Core section 12.2).
 *
 * @param issuer who the client takes us for
 * @param subject what the client calls the user
 * @param authTime second in which the user signed in
 * @param methods how
 */
record GrantFacts(String issuer, String subject, long authTime, List<String> methods) {

    static GrantFacts of(Grant grant) {
        JsonObject data = grant.data();
        return new GrantFacts(
                data.text("issuer").orElseThrow(),
                data.text("subject").orElseThrow(),
                data.integer("auth_time").orElseThrow(),
                data.texts("amr"));
    }

    JsonObject toJson() {
        return JsonObject.of("issuer", issuer)
                .with("subject", subject)
                .with("auth_time", authTime)
                .with("amr", methods);
    }
}

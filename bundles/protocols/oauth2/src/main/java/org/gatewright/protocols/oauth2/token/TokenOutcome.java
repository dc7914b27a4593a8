package org.gatewright.protocols.oauth2.token;

import java.util.Map;
import org.gatewright.protocols.oauth2.wire.ErrorAnswers;
import org.gatewright.protocols.oauth2.wire.OAuthError;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Response;

/** What became of a token request. A value, not an exception: a refusal commits, for it may have revoked something. */
sealed interface TokenOutcome {

    /** The client gets tokens. */
    record Issued(JsonObject body) implements TokenOutcome {}

    /** The client gets none. */
    record Refused(OAuthError error, String detail) implements TokenOutcome {}

    /** Writes the answer (RFC 6749 sections 5.1 and 5.2). */
    default Response toResponse() {
        if (this instanceof Issued issued) {
            return new Response.Json(200, issued.body(), Map.of("Cache-Control", "no-store", "Pragma", "no-cache"));
        }
        Refused refused = (Refused) this;
        return ErrorAnswers.json(refused.error(), refused.detail());
    }
}

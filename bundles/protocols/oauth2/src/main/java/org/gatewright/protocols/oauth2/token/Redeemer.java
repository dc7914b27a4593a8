package org.gatewright.protocols.oauth2.token;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_GRANT;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.Redemption;
import org.gatewright.spi.session.SingleUse;

/**
 * Redeems codes and refresh tokens for the client that they were issued to.
 *
 * <p>To any other client they are unknown: it neither uses them up nor ends the grant, else whoever gets hold of a code could spoil a stranger's sign-in. The
 * owner's replay ends the grant (RFC 6749 section 4.1.2, RFC 9700 section 4.14.2).
 */
final class Redeemer {

    private static final String UNUSABLE =
            "The code or refresh token is unknown, expired, used or issued to another client.";

    private final SingleUse singleUse;
    private final Grants grants;

    Redeemer(SingleUse singleUse, Grants grants) {
        this.singleUse = singleUse;
        this.grants = grants;
    }

    /** Looks without redeeming. */
    Redemption look(TokenRequest request, String purpose, String value) {
        Redemption seen = singleUse.peek(purpose, value);
        return data(seen).filter(request::owns).isPresent() || seen instanceof Redemption.Expired
                ? seen
                : new Redemption.Unknown();
    }

    /** Redeems; of many that try at once one wins. */
    Redemption redeem(TokenRequest request, String purpose, String value) {
        Redemption seen = look(request, purpose, value);
        return seen instanceof Redemption.Redeemed ? singleUse.redeem(purpose, value) : seen;
    }

    /** Refuses what was not redeemed, and ends the grant if it was a replay. The transaction must commit. */
    TokenOutcome refuse(TokenRequest request, Redemption redemption) {
        if (redemption instanceof Redemption.Replayed replayed) {
            grants.revoke(TokenRequest.grant(replayed.data()));
            request.context()
                    .audit(
                            "suspicious_request",
                            Optional.empty(),
                            JsonObject.of("message", "A code or refresh token was used twice. Its grant is revoked.")
                                    .with("client_id", request.client().clientId())
                                    .with("application", request.client().application())
                                    .with("grant", TokenRequest.grant(replayed.data())));
        }
        return new TokenOutcome.Refused(INVALID_GRANT, UNUSABLE);
    }

    private static Optional<JsonObject> data(Redemption redemption) {
        if (redemption instanceof Redemption.Redeemed redeemed) {
            return Optional.of(redeemed.data());
        }
        return redemption instanceof Redemption.Replayed replayed ? Optional.of(replayed.data()) : Optional.empty();
    }
}

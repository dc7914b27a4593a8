package org.gatewright.protocols.oauth2.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.Redemption;
import org.gatewright.spi.session.SingleUse;

/** Issues and looks up refresh tokens. They are opaque, and live no longer than their grant. */
public final class RefreshTokens {

    /** What the single-use value is for. */
    static final String PURPOSE = "oauth2/refresh";

    private final SingleUse singleUse;
    private final Grants grants;

    /** Creates it over what keeps tokens and grants. */
    public RefreshTokens(SingleUse singleUse, Grants grants) {
        this.singleUse = singleUse;
        this.grants = grants;
    }

    String issue(Grant grant, Instant now) {
        JsonObject data = JsonObject.of(TokenRequest.PROVIDER, grant.provider()).with(TokenRequest.GRANT, grant.id());
        return singleUse.issue(PURPOSE, data, Duration.between(now, grant.expires()));
    }

    /** Returns the grant that the client could renew its tokens from with this token. */
    public Optional<Grant> grant(String token, Client client) {
        return singleUse.peek(PURPOSE, token) instanceof Redemption.Redeemed good
                ? named(good.data(), client).flatMap(grants::alive)
                : Optional.empty();
    }

    /** Ends the grant of the client's token, used or not. Does nothing with any other token. */
    public void revoke(String token, Client client) {
        Redemption seen = singleUse.peek(PURPOSE, token);
        if (seen instanceof Redemption.Redeemed good) {
            named(good.data(), client).ifPresent(grants::revoke);
        } else if (seen instanceof Redemption.Replayed used) {
            named(used.data(), client).ifPresent(grants::revoke);
        }
    }

    /** Tells whether the client goes on with the token it has. A public client never does: rotation is all that protects it (RFC 9700 section 2.2.2). */
    static boolean isKept(Client client, Grant grant, Instant now) {
        Duration threshold = client.settings().refreshTokenThreshold();
        return !client.isPublic()
                && !threshold.isZero()
                && Duration.between(now, grant.expires()).compareTo(threshold) > 0;
    }

    private static Optional<UUID> named(JsonObject data, Client client) {
        return data.text(TokenRequest.PROVIDER)
                .filter(client.id().toString()::equals)
                .map(owner -> TokenRequest.grant(data));
    }
}

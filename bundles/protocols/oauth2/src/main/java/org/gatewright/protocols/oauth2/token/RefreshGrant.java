package org.gatewright.protocols.oauth2.token;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_GRANT;
import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_SCOPE;

import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.Redemption;

/** Renews tokens (RFC 6749 section 6). A refresh token is good once; the second use ends the grant. */
final class RefreshGrant implements TokenGrant {

    private final Redeemer redeemer;
    private final Eligibility eligibility;
    private final Grants grants;
    private final TokenAnswers answers;

    RefreshGrant(Redeemer redeemer, Eligibility eligibility, Grants grants, TokenAnswers answers) {
        this.redeemer = redeemer;
        this.eligibility = eligibility;
        this.grants = grants;
        this.answers = answers;
    }

    @Override
    public TokenOutcome exchange(TokenRequest request) {
        String token = request.required("refresh_token");
        Optional<Set<Scope>> wanted = request.form().first("scope").map(Scope::parse);
        return request.context().inTransaction(() -> {
            Redemption seen = redeemer.look(request, RefreshTokens.PURPOSE, token);
            return seen instanceof Redemption.Redeemed good
                    ? grants.alive(TokenRequest.grant(good.data()))
                            .map(grant -> check(request, token, grant, wanted))
                            .orElseGet(() -> refused("The grant has ended."))
                    : redeemer.refuse(request, seen);
        });
    }

    /** Whatever can be wrong is found before the token is used up. */
    private TokenOutcome check(TokenRequest request, String token, Grant grant, Optional<Set<Scope>> wanted) {
        Set<Scope> granted = Scope.known(grant.scopes());
        Set<Scope> scopes = wanted.orElse(granted);
        if (scopes.isEmpty() || !granted.containsAll(scopes)) {
            return new TokenOutcome.Refused(INVALID_SCOPE, "Ask for scopes that were granted.");
        }
        return grant.user()
                .flatMap(user -> eligibility.eligible(request, user))
                .map(user -> renew(request, token, grant, user, scopes))
                .orElseGet(() -> refused("The user may not use this application."));
    }

    private TokenOutcome renew(TokenRequest request, String token, Grant grant, User user, Set<Scope> scopes) {
        if (RefreshTokens.isKept(request.client(), grant, request.context().now())) {
            return new TokenOutcome.Issued(answers.kept(request, grant, user, scopes, token));
        }
        Redemption redemption = redeemer.redeem(request, RefreshTokens.PURPOSE, token);
        return redemption instanceof Redemption.Redeemed
                ? new TokenOutcome.Issued(answers.rotated(request, grant, user, scopes))
                : redeemer.refuse(request, redemption);
    }

    private static TokenOutcome refused(String detail) {
        return new TokenOutcome.Refused(INVALID_GRANT, detail);
    }
}

package org.gatewright.protocols.oauth2.token;

import static org.gatewright.protocols.oauth2.wire.OAuthError.INVALID_GRANT;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.claims.Subjects;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.settings.GrantType;
import org.gatewright.protocols.oauth2.settings.OAuth2Settings;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;
import org.gatewright.spi.session.Redemption;

/**
 * Exchanges an authorization code (RFC 6749 section 4.1.3). All of it is one transaction. A client has one try with its code: a wrong verifier or redirect URI
 * uses it up.
 */
final class CodeGrant implements TokenGrant {

    private final Redeemer redeemer;
    private final Eligibility eligibility;
    private final Grants grants;
    private final TokenAnswers answers;

    CodeGrant(Redeemer redeemer, Eligibility eligibility, Grants grants, TokenAnswers answers) {
        this.redeemer = redeemer;
        this.eligibility = eligibility;
        this.grants = grants;
        this.answers = answers;
    }

    @Override
    public TokenOutcome exchange(TokenRequest request) {
        String value = request.required("code");
        String redirectUri = request.required("redirect_uri");
        return request.context().inTransaction(() -> {
            Redemption redemption = redeemer.redeem(request, AuthorizationCode.PURPOSE, value);
            return redemption instanceof Redemption.Redeemed redeemed
                    ? check(request, AuthorizationCode.of(redeemed.data()), redirectUri)
                    : redeemer.refuse(request, redemption);
        });
    }

    private TokenOutcome check(TokenRequest request, AuthorizationCode code, String redirectUri) {
        if (!code.redirectUri().equals(redirectUri)) {
            return refused("The redirect_uri is not the one of the authorization request.");
        }
        if (!Verifier.matches(code.challenge(), request.form().first("code_verifier"))) {
            return refused("The code_verifier does not belong to the code_challenge of the authorization request.");
        }
        return eligibility
                .eligible(request, code.user())
                .map(user -> issue(request, code, user))
                .orElseGet(() -> refused("The user may not use this application."));
    }

    private TokenOutcome issue(TokenRequest request, AuthorizationCode code, User user) {
        Grant grant = grant(request.client(), code, user, request.context().now());
        grants.add(grant);
        return new TokenOutcome.Issued(answers.first(request, grant, user, code.nonce()));
    }

    private static Grant grant(Client client, AuthorizationCode code, User user, Instant now) {
        boolean offline = code.scopes().contains(Scope.OFFLINE_ACCESS) && client.mayUse(GrantType.REFRESH_TOKEN);
        OAuth2Settings settings = client.settings();
        Duration lifetime = offline ? settings.refreshTokenValidity() : settings.accessTokenValidity();
        GrantFacts facts =
                new GrantFacts(code.issuer(), Subjects.name(user, settings.subMode()), code.authTime(), code.methods());
        return new Grant(
                code.grant(),
                code.provider(),
                Optional.of(code.user()),
                Optional.of(code.session()),
                offline,
                new LinkedHashSet<>(Scope.words(code.scopes())),
                facts.toJson(),
                now,
                now.plus(lifetime));
    }

    private static TokenOutcome refused(String detail) {
        return new TokenOutcome.Refused(INVALID_GRANT, detail);
    }
}

package org.gatewright.protocols.oauth2.authorize;

import static org.gatewright.protocols.oauth2.wire.OAuthError.ACCESS_DENIED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.CONSENT_REQUIRED;
import static org.gatewright.protocols.oauth2.wire.OAuthError.LOGIN_REQUIRED;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.protocols.oauth2.claims.Scope;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.protocols.oauth2.token.AuthorizationCode;
import org.gatewright.protocols.oauth2.wire.FlowStep;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.SingleUse;
import org.gatewright.spi.stage.FactNames;

/** Goes on when the user has agreed: issues the code, in the transaction that ends the flow. */
public final class AfterAgreement implements FlowStep {

    /** The name of the step. */
    public static final String NAME = Flows.AGREED;

    private final Directory directory;
    private final SingleUse singleUse;

    /** Creates it over the users and what keeps codes. */
    public AfterAgreement(Directory directory, SingleUse singleUse) {
        this.directory = directory;
        this.singleUse = singleUse;
    }

    @Override
    public Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context) {
        AuthorizationRequest request = AuthorizationRequest.of(data);
        Optional<Client> client = Registered.client(request, context);
        if (client.isEmpty()) {
            return Registered.GONE;
        }
        if (outcome instanceof FlowOutcome.Denied) {
            return request.reply().refusal(ACCESS_DENIED, "The user or a policy refused.");
        }
        if (request.consentAgain() && !hasAgreed(outcome)) {
            return request.reply().refusal(CONSENT_REQUIRED, "The flow of this application does not ask for consent.");
        }
        return SignedIn.in(context, directory)
                .filter(who ->
                        data.text(Flows.USER).equals(Optional.of(who.user().id().toString())))
                .map(who -> request.reply().code(issue(request, client.get(), who, context)))
                .orElseGet(() -> request.reply().refusal(LOGIN_REQUIRED, "The user is no longer signed in."));
    }

    /** What was agreed to in an earlier flow is not what the client wants (OpenID Connect Core section 3.1.2.1). */
    private static boolean hasAgreed(FlowOutcome outcome) {
        return outcome instanceof FlowOutcome.Completed completed
                && completed.facts().bool(FactNames.CONSENT_GIVEN).orElse(false);
    }

    private String issue(AuthorizationRequest request, Client client, SignedIn who, ProtocolContext context) {
        AuthorizationCode code = new AuthorizationCode(
                client.id(),
                UUID.randomUUID(),
                request.reply().redirectUri(),
                request.challenge(),
                request.nonce(),
                request.scopes(),
                who.user().id(),
                who.session().id(),
                who.session().authTime().getEpochSecond(),
                who.session().methods(),
                request.reply().issuer());
        context.audit("authorize_application", Optional.of(who.user()), audited(request, client));
        return singleUse.issue(
                AuthorizationCode.PURPOSE, code.toJson(), client.settings().accessCodeValidity());
    }

    private static JsonObject audited(AuthorizationRequest request, Client client) {
        return JsonObject.of("authorized_application", client.application())
                .with("client_id", client.clientId())
                .with("flow", client.provider().authorizationFlow())
                .with("scopes", Scope.text(request.scopes()));
    }
}

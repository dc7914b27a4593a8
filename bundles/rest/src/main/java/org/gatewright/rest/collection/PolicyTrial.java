package org.gatewright.rest.collection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.policy.Decision;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.AddressRange;
import org.gatewright.spi.http.ClientInfo;

/** Asks a policy about a user and a request that somebody makes up. The answer tells of the user, so who asks must be allowed to see them. */
record PolicyTrial(Configuration configuration, AccessControl access, PolicyEngine policies, Users users) {

    /** What is asked. */
    static final Shape<JsonObject> QUESTION = Shape.<JsonObject>empty()
            .given(
                    "user",
                    Schemas.NUMBER
                            .with("x-refers-to", "user")
                            .with("description", "The number of the user; without it nobody is known."))
            .given("ip", Schemas.TEXT.with("description", "The address that the request comes from."))
            .given("user_agent", Schemas.TEXT)
            .given("host", Schemas.TEXT.with("description", "The host name of this server that is asked for."))
            .given("application", Schemas.TEXT.with("description", "The slug of the application to be opened."))
            .given("context", Schemas.ANY_OBJECT.with("description", "What the steps of a flow found out so far."));

    /** What is answered; members without a use here are what programs for authentik expect. */
    static final Shape<Decision> ANSWER = Shape.<Decision>empty()
            .shown("passing", Schemas.FLAG, Decision::passes)
            .shown("messages", Schemas.list(Schemas.TEXT), Decision::messages)
            .shown("log_messages", Schemas.list(Schemas.ANY_OBJECT), decision -> List.of())
            .shown("explanation", Schemas.ANY_OBJECT, Decision::explanation);

    private static final String LOCALHOST = "localhost";

    JsonObject run(Actor actor, ConfigurationObject policy, JsonObject body) {
        Map<String, List<String>> misfits = QUESTION.misfits(body);
        if (!misfits.isEmpty()) {
            throw new InvalidFieldsException(misfits);
        }
        PolicyQuestion question = new PolicyQuestion(
                body.integer("user").map(pk -> visible(actor, pk)),
                body.text("application").filter(slug -> !slug.isEmpty()),
                client(body),
                body.object("context").orElse(JsonObject.empty()));
        return ANSWER.show(policies.test(configuration.snapshot(), policy.id(), question));
    }

    private User visible(Actor actor, long pk) {
        return users.byPk(pk)
                .filter(user -> access.allows(actor, new Permission("view", "user", Optional.of(user.id()))))
                .orElseThrow(() -> new InvalidFieldsException("user", "There is no user with this number."));
    }

    private static Optional<ClientInfo> client(JsonObject body) {
        return body.text("ip").filter(ip -> !ip.isEmpty()).map(ip -> {
            if (!AddressRange.isAddress(ip)) {
                throw new InvalidFieldsException("ip", "This is no IP address.");
            }
            return new ClientInfo(ip, body.text("user_agent").orElse(""), origin(body));
        });
    }

    private static URI origin(JsonObject body) {
        String host = body.text("host").filter(name -> !name.isEmpty()).orElse(LOCALHOST);
        try {
            URI origin = URI.create("https://" + host);
            if (host.equals(origin.getRawAuthority()) && origin.getRawUserInfo() == null && origin.getHost() != null) {
                return origin;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldsException("host", "This is no host name.");
        }
        throw new InvalidFieldsException("host", "This is no host name.");
    }
}

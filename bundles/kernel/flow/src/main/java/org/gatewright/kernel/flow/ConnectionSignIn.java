package org.gatewright.kernel.flow;

import java.util.Map;
import java.util.Optional;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.outpost.SignIn;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.session.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs somebody in for a connection: the flow, then the policies of the application. No session is left behind that nobody holds. */
@Component(service = ConnectionSignIn.class)
public final class ConnectionSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSignIn.class);

    private final HeadlessFlows flows;
    private final ApplicationAccess access;
    private final Sessions sessions;

    /** Takes its parts. */
    @Activate
    public ConnectionSignIn(
            @Reference HeadlessFlows flows, @Reference ApplicationAccess access, @Reference Sessions sessions) {
        this.flows = flows;
        this.access = access;
        this.sessions = sessions;
    }

    /**
     * Who was signed in, with what ties them to the connection; the latter only with {@link SignIn.Done}.
     *
     * @param bond empty if nobody is signed in
     */
    record Outcome(SignIn result, Optional<Bond> bond) {}

    /** Runs the flow of the provider in a turn without cookies. */
    Outcome signIn(Turn turn, Provider<?> provider, Map<String, String> answers) {
        boolean held = false;
        try {
            Outcome outcome = flows.completes(turn, provider, answers) ? decided(turn, provider) : refused();
            held = outcome.bond().isPresent();
            return outcome;
        } finally {
            if (!held) {
                turn.session().map(Session::id).ifPresent(sessions::end);
            }
        }
    }

    private Outcome decided(Turn turn, Provider<?> provider) {
        turn.forgetUsers();
        Optional<User> user = turn.user(JsonObject.empty());
        Optional<String> cookie = turn.session().flatMap(session -> turn.cookie(CookieNames.SESSION));
        if (user.isEmpty() || cookie.isEmpty()) {
            LOG.warn(
                    "The flow {} of the provider {} ended and nobody is signed in; it needs a step that does so",
                    provider.authenticationFlow(),
                    provider.name());
            return refused();
        }
        Access decision = access.decide(turn, provider, user);
        return decision.allowed()
                ? new Outcome(new SignIn.Done(user.get()), Optional.of(new Bond(provider.id(), cookie.get())))
                : new Outcome(new SignIn.Denied(decision), Optional.empty());
    }

    private static Outcome refused() {
        return new Outcome(new SignIn.Refused(), Optional.empty());
    }
}

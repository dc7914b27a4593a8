package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.gatewright.port.directory.DirectoryViews;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.outpost.Wire;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.outpost.Connection;
import org.gatewright.spi.outpost.Farewell;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.outpost.SignIn;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A connection of which each message is answered under a lease of its own, by the version that is active then. If that cannot read what the connection keeps, by the
 * version that kept it.
 */
final class LeasedConversation implements Conversation {

    /** What all conversations share. */
    record Services(
            PluginCatalogue catalogue,
            Turns turns,
            ConnectionSignIn signIns,
            Sessions sessions,
            DirectoryViews views) {}

    private static final Logger LOG = LoggerFactory.getLogger(LeasedConversation.class);

    private final Services services;
    private final String type;
    private final ClientInfo client;
    private final UUID id = UUID.randomUUID();
    private final String address;
    private boolean encrypted;
    private JsonObject state = JsonObject.empty();
    private Optional<Pin> keeper = Optional.empty();
    private Optional<Turn> current = Optional.empty();
    private volatile Optional<Bond> bond = Optional.empty();

    LeasedConversation(Services services, String type, Peer peer) {
        this.services = services;
        this.type = type;
        this.address = peer.address();
        this.encrypted = peer.encrypted();
        String host = peer.host().indexOf(':') < 0 ? peer.host() : "[" + peer.host() + "]";
        this.client = new ClientInfo(
                peer.address(), peer.endpoint(), URI.create(peer.endpoint() + "://" + host + ":" + peer.port()));
    }

    @Override
    public int headLength() {
        return leased(lease -> lease.call(Outpost::headLength));
    }

    @Override
    public OptionalInt messageLength(byte[] head) {
        return leased(lease -> lease.call(outpost -> outpost.messageLength(head)));
    }

    @Override
    public void handle(byte[] message, Wire wire) {
        current = Optional.of(services.turns().open(client, cookies()));
        leased(lease -> {
            ConversationContext context = new ConversationContext(this, wire, services.views(), lease.permissions());
            JsonObject before = state;
            lease.call(outpost -> {
                outpost.handle(message, context);
                return Boolean.TRUE;
            });
            if (!state.equals(before)) {
                keeper = Optional.of(lease.pin());
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public byte[] farewell(Farewell reason) {
        try (Lease<Outpost> lease = active()) {
            return lease.call(outpost -> Objects.requireNonNull(outpost.farewell(reason)));
        } catch (GatewrightException e) {
            LOG.debug("Nobody says good-bye: {}", e.detail());
            return new byte[0];
        }
    }

    private <R> R leased(Function<Lease<Outpost>, R> work) {
        try (Lease<Outpost> lease = lease();
                MDC.MDCCloseable plugin = MDC.putCloseable("plugin", lease.plugin())) {
            return work.apply(lease);
        }
    }

    private Lease<Outpost> lease() {
        Lease<Outpost> active = active();
        int shape = active.pin().stateVersion();
        Optional<Pin> other = keeper.filter(pin -> !state.isEmpty() && pin.stateVersion() != shape);
        if (other.isEmpty()) {
            return active;
        }
        active.close();
        return services.catalogue().lease(other.get(), Outpost.class);
    }

    private Lease<Outpost> active() {
        return services.catalogue().lease(Kind.OUTPOST, type, new ConversationOccasion(id, current), Outpost.class);
    }

    @Override
    public void encrypted() {
        encrypted = true;
    }

    @Override
    public boolean isSignedIn() {
        return bond.isPresent();
    }

    @Override
    public void close() {
        signOut();
    }

    SignIn signIn(Provider<?> provider, Map<String, String> answers) {
        signOut();
        Turn turn = services.turns().open(client, Map.of());
        ConnectionSignIn.Outcome outcome = services.signIns().signIn(turn, provider, answers);
        bond = outcome.bond();
        current = Optional.of(turn);
        return outcome.result();
    }

    /** The session may have ended long ago. */
    void signOut() {
        Map<String, String> cookies = cookies();
        bond = Optional.empty();
        if (!cookies.isEmpty()) {
            services.turns().open(client, cookies).session().map(Session::id).ifPresent(services.sessions()::end);
        }
    }

    private Map<String, String> cookies() {
        return bond.map(held -> Map.of(CookieNames.SESSION, held.cookie())).orElse(Map.of());
    }

    String type() {
        return type;
    }

    Connection connection() {
        return new Connection(id, address, encrypted);
    }

    JsonObject state() {
        return state;
    }

    void keep(JsonObject kept) {
        state = kept;
    }

    Optional<Bond> bond() {
        return bond;
    }

    Turn turn() {
        return current.orElseThrow();
    }
}

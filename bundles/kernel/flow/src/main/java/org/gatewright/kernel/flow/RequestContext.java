package org.gatewright.kernel.flow;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.store.Documents;

/** What a protocol works with during one request, or while it is resumed. */
final class RequestContext implements ProtocolContext {

    /** What all contexts share. */
    record Services(ApplicationAccess access, Transactions transactions, Events events, PluginDocuments documents) {}

    private final Turn turn;
    private final Providers providers;
    private final Services services;
    private final Function<FlowRequest, FlowStart> flows;
    private final DeclaredPermissions permissions;
    private int transactions;

    /**
     * What the leased protocol works with.
     *
     * @param flows begins a flow; throws where that is not possible
     */
    RequestContext(Turn turn, Lease<Protocol> lease, Services services, Function<FlowRequest, FlowStart> flows) {
        this.turn = turn;
        this.permissions = lease.permissions();
        this.providers = new Providers(turn, lease.pin().type());
        this.services = services;
        this.flows = flows;
    }

    @Override
    public Instant now() {
        return turn.now();
    }

    @Override
    public Optional<Session> session() {
        return turn.session();
    }

    @Override
    public <S extends Record> Optional<Provider<S>> providerOf(String application, Class<S> settings) {
        return providers.ofApplication(application, settings);
    }

    @Override
    public <S extends Record> Optional<Provider<S>> providerBy(String setting, String value, Class<S> settings) {
        return providers.by(setting, value, settings);
    }

    @Override
    public Access access(Provider<?> provider, Optional<User> user) {
        return services.access().decide(turn, provider, user);
    }

    @Override
    public FlowStart begin(FlowRequest request) {
        if (transactions > 0) {
            throw new IllegalStateException("a flow is not begun within inTransaction: it has its own transaction");
        }
        return flows.apply(request);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        transactions++;
        try {
            return services.transactions().call(work);
        } finally {
            transactions--;
        }
    }

    @Override
    public Documents documents() {
        return services.documents().of(permissions);
    }

    @Override
    public void audit(String action, Optional<User> user, JsonObject context) {
        services.events().record(action, user, turn.client().address(), context);
    }
}

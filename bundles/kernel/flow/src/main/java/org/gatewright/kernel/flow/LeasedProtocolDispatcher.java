package org.gatewright.kernel.flow;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.protocol.Dispatch;
import org.gatewright.port.protocol.ProtocolDispatcher;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Protocol;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/** Dispatches requests to protocols. The lease is held for the whole call. */
@Component(service = ProtocolDispatcher.class)
public final class LeasedProtocolDispatcher implements ProtocolDispatcher {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";

    private final RouteRegistry routes;
    private final PluginCatalogue catalogue;
    private final Turns turns;
    private final ProtocolFlows flows;
    private final RequestContext.Services services;

    /** Dispatches by the routes of the registry. */
    @Activate
    public LeasedProtocolDispatcher(
            @Reference RouteRegistry routes,
            @Reference PluginCatalogue catalogue,
            @Reference Turns turns,
            @Reference ProtocolFlows flows,
            @Reference ApplicationAccess access,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference PluginDocuments documents) {
        this.routes = routes;
        this.catalogue = catalogue;
        this.turns = turns;
        this.flows = flows;
        this.services = new RequestContext.Services(access, transactions, events, documents);
    }

    @Override
    public Dispatch dispatch(Request request, Map<String, String> cookies) {
        String method = request.method().equals(HEAD) ? GET : request.method();
        RouteRegistry.Tables tables = routes.tables();
        RouteTable.Found found = tables.active().find(method, request.path());
        if (found instanceof RouteTable.Found.Match match) {
            return answered(request, match, cookies);
        }
        if (found instanceof RouteTable.Found.OtherMethods other) {
            return new Dispatch.MethodNotAllowed(withHead(other.allowed()), other.crossOrigin());
        }
        RouteTable.Found gone = tables.gone().find(method, request.path());
        if (gone instanceof RouteTable.Found.Match match) {
            return answered(request, match, cookies); // its protocol may come back in a moment
        }
        return gone instanceof RouteTable.Found.Nothing
                ? new Dispatch.NoRoute(false, "")
                : new Dispatch.NoRoute(
                        true, "What answers this address is not available at the moment. Try again in a while.");
    }

    private Dispatch answered(Request request, RouteTable.Found.Match match, Map<String, String> cookies) {
        String type = match.route().type();
        Turn turn = turns.open(request.client(), cookies);
        try (MDC.MDCCloseable plugin = MDC.putCloseable("plugin", match.route().plugin());
                Lease<Protocol> lease = catalogue.lease(Kind.PROTOCOL, type, FlowOccasion.of(turn), Protocol.class)) {
            RequestContext context =
                    new RequestContext(turn, lease, services, wanted -> flows.begin(turn, type, wanted));
            Request routed = routed(request, match.parameters());
            Response response = lease.call(
                    protocol -> Objects.requireNonNull(protocol.handle(routed, context), "the protocol's response"));
            return new Dispatch.Answered(
                    response, turn.changes(), match.route().route().crossOrigin());
        } catch (GatewrightException e) {
            if (e.code() == CommonError.TYPE_UNAVAILABLE) {
                return new Dispatch.NoRoute(true, e.detail());
            }
            throw e;
        }
    }

    private static Request routed(Request request, Map<String, String> parameters) {
        return new Request(
                request.method().equals(HEAD) ? GET : request.method(),
                request.path(),
                parameters,
                request.query(),
                request.form(),
                request.headers(),
                request.body(),
                request.client(),
                request.rawQuery());
    }

    private static Set<String> withHead(Set<String> allowed) {
        Set<String> all = new TreeSet<>(allowed);
        if (all.contains(GET)) {
            all.add(HEAD);
        }
        return all;
    }
}

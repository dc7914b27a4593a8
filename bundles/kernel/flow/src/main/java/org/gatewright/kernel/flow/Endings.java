package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.gatewright.spi.protocol.Protocol;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends flows: gives the outcome to the protocol that began them, or sends the browser on. A next flow is run as the one before was. */
@Component(service = Endings.class)
public final class Endings {

    /** Begins a planned flow in the transaction of the one that ends. */
    interface NextFlow extends Function<Execution, Begun> {}

    private static final URI HOME = URI.create("/");

    private final PluginCatalogue catalogue;
    private final FlowRequests requests;
    private final FlowMeter meter;
    private final RequestContext.Services services;

    /** Resumes the protocols of the catalogue. */
    @Activate
    public Endings(
            @Reference PluginCatalogue catalogue,
            @Reference FlowRequests requests,
            @Reference FlowMeter meter,
            @Reference ApplicationAccess access,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference PluginDocuments documents) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.meter = meter;
        this.services = new RequestContext.Services(access, transactions, events, documents);
    }

    Outcome end(Turn turn, Execution execution, FlowOutcome outcome, NextFlow next) {
        Origin origin = execution.origin();
        meter.ended(origin.slug(), outcome instanceof FlowOutcome.Completed ? "completed" : "denied");
        return origin.resumption()
                .map(resumption -> ended(turn, origin, resumption, resume(turn, origin, outcome), next))
                .orElseGet(() -> ended(origin, outcome));
    }

    private static Outcome ended(Origin origin, FlowOutcome outcome) {
        return outcome instanceof FlowOutcome.Denied denied
                ? new Outcome.Denied(origin, denied.message(), Optional.empty())
                : new Outcome.Leaving(origin, origin.next().map(URI::create).orElse(HOME));
    }

    private Ending resume(Turn turn, Origin origin, FlowOutcome outcome) {
        Resumption resumption = origin.resumption().orElseThrow();
        try (Lease<Protocol> lease =
                catalogue.lease(Kind.PROTOCOL, resumption.protocol(), FlowOccasion.of(turn, origin), Protocol.class)) {
            RequestContext context = new RequestContext(turn, lease, services, Endings::refuseNested);
            return lease.call(protocol -> Objects.requireNonNull(
                    protocol.resume(resumption.continuation(), outcome, context), "the protocol's ending"));
        } catch (GatewrightException e) {
            if (e.code().kind() == ErrorKind.UNAVAILABLE || e.code().kind() == ErrorKind.INTERNAL) {
                throw new Rollback(new Rollback.Reason.NoProtocol(resumption.protocol(), e.detail()));
            }
            throw e;
        }
    }

    private static FlowStart refuseNested(FlowRequest request) {
        throw new IllegalStateException("a protocol that is resumed returns Ending.Next to begin a flow");
    }

    private Outcome ended(Turn turn, Origin origin, Resumption resumption, Ending ending, NextFlow next) {
        if (ending instanceof Ending.Redirect redirect) {
            return new Outcome.Leaving(origin, redirect.to());
        }
        if (ending instanceof Ending.AutoSubmit form) {
            return new Outcome.Posting(origin, form.to(), form.fields());
        }
        if (ending instanceof Ending.Refused refused) {
            return new Outcome.Denied(origin, refused.message(), Optional.empty());
        }
        Planned planned = requests.plan(turn, resumption.protocol(), ((Ending.Next) ending).flow());
        return planned instanceof Planned.Plan plan
                ? gone(origin, next.apply(plan.execution()))
                : refused(origin, planned);
    }

    private static Outcome gone(Origin origin, Begun begun) {
        if (begun instanceof Begun.Page page) {
            return new Outcome.Leaving(origin, page.uri());
        }
        return begun instanceof Begun.Finished finished
                ? finished.outcome()
                : denied(origin, ((Begun.Refused) begun).access());
    }

    private static Outcome refused(Origin origin, Planned planned) {
        return denied(
                origin,
                planned instanceof Planned.Refused refused
                        ? refused.access()
                        : Refusals.plain("The next step is not for you."));
    }

    private static Outcome denied(Origin origin, Access access) {
        return new Outcome.Denied(origin, String.join(" ", access.messages()), access.reference());
    }
}

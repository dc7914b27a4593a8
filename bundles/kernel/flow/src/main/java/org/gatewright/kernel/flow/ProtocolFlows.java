package org.gatewright.kernel.flow;

import java.util.Optional;
import org.gatewright.port.error.CommonError;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.FlowStart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins flows for protocols. Whatever must not be asked is tried in a transaction that is rolled back when a step asks. */
@Component(service = ProtocolFlows.class)
public final class ProtocolFlows {

    private static final String REFUSED = "Not allowed";

    private final FlowRequests requests;
    private final FlowRunner runner;

    /** Begins flows with the runner. */
    @Activate
    public ProtocolFlows(@Reference FlowRequests requests, @Reference FlowRunner runner) {
        this.requests = requests;
        this.runner = runner;
    }

    FlowStart begin(Turn turn, String protocol, FlowRequest request) {
        Planned planned = requests.plan(turn, protocol, request);
        if (!(planned instanceof Planned.Plan plan)) {
            return new FlowStart.Refused(
                    planned instanceof Planned.Refused refused
                            ? refused.access()
                            : Refusals.plain("This flow is not for you."));
        }
        Turn.Mark mark = turn.mark();
        try {
            return started(runner.begin(turn, plan.execution(), new Ride(request.interactive(), 0)));
        } catch (Rollback e) {
            turn.restore(mark);
            return rolledBack(e.reason());
        }
    }

    private static FlowStart started(Begun begun) {
        if (begun instanceof Begun.Page page) {
            return new FlowStart.Page(page.uri());
        }
        if (begun instanceof Begun.Refused refused) {
            return new FlowStart.Refused(refused.access());
        }
        return new FlowStart.Finished(response(((Begun.Finished) begun).outcome()));
    }

    private static Response response(Outcome outcome) {
        if (outcome instanceof Outcome.Leaving leaving) {
            return new Response.Redirect(leaving.to());
        }
        if (outcome instanceof Outcome.Posting posting) {
            return new Response.AutoSubmit(posting.to(), posting.fields());
        }
        if (outcome instanceof Outcome.Denied denied) {
            return new Response.ErrorPage(403, REFUSED, denied.message(), denied.reference());
        }
        throw new IllegalStateException("the flow has not ended: " + outcome);
    }

    private static FlowStart rolledBack(Rollback.Reason reason) {
        if (reason instanceof Rollback.Reason.Silence) {
            return new FlowStart.InteractionRequired();
        }
        if (reason instanceof Rollback.Reason.NoProtocol missing) {
            throw new GatewrightException(CommonError.TYPE_UNAVAILABLE, missing.detail());
        }
        String message = reason instanceof Rollback.Reason.Refused refused
                ? refused.message()
                : "A step could not be done without asking you.";
        return new FlowStart.Refused(new Access(false, java.util.List.of(message), Optional.empty()));
    }
}

package org.gatewright.kernel.flow;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.Designation;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Access;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.FlowRequest;
import org.gatewright.spi.protocol.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans the flows that protocols ask for. Before a flow of designation authorization the policies of the application are asked. */
@Component(service = FlowRequests.class)
public final class FlowRequests {

    private static final int LONGEST_CONTINUATION = 4096;

    private final Planner planner;
    private final ApplicationAccess access;

    /** Plans with the planner. */
    @Activate
    public FlowRequests(@Reference Planner planner, @Reference ApplicationAccess access) {
        this.planner = planner;
        this.access = access;
    }

    Planned plan(Turn turn, String protocol, FlowRequest request) {
        checkLength(request.continuation());
        Optional<Entry<FlowFields>> flow = turn.configuration().flow(request.flow());
        if (flow.isEmpty()) {
            return new Planned.Refused(Refusals.plain("There is no flow with the name " + request.flow() + "."));
        }
        return refused(turn, flow.get().value(), request)
                .<Planned>map(Planned.Refused::new)
                .orElseGet(() -> planner.plan(turn, flow.get(), origin(turn, flow.get(), protocol, request)));
    }

    private Optional<Access> refused(Turn turn, FlowFields flow, FlowRequest request) {
        return request.provider()
                .filter(provider -> flow.designation() == Designation.AUTHORIZATION)
                .map(provider -> access.decide(turn, provider, turn.user(JsonObject.empty())))
                .filter(decision -> !decision.allowed());
    }

    private static Origin origin(Turn turn, Entry<FlowFields> flow, String protocol, FlowRequest request) {
        return new Origin(
                UUID.randomUUID(),
                flow.id(),
                flow.value().slug(),
                turn.browser(),
                Optional.empty(),
                request.provider().flatMap(Provider::application),
                Optional.of(new Resumption(protocol, request.continuation())),
                request.facts(),
                turn.now().plus(Origin.LIFETIME));
    }

    private static void checkLength(Continuation continuation) {
        int length = JsonText.write(continuation.data()).length()
                + continuation.step().length();
        if (length > LONGEST_CONTINUATION) {
            throw new IllegalArgumentException("a continuation has at most 4,096 characters, this one " + length);
        }
    }
}

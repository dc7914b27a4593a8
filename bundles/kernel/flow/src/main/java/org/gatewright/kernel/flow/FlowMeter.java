package org.gatewright.kernel.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatewright.port.metrics.Meter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Times steps and counts endings, if somebody takes the measurements. */
@Component(service = FlowMeter.class)
public final class FlowMeter {

    private final AtomicReference<@Nullable Meter> meter = new AtomicReference<>();

    @Reference(
            name = "meter",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbind")
    void bind(Meter bound) {
        meter.set(bound);
    }

    void unbind(Meter unbound) {
        meter.compareAndSet(unbound, null);
    }

    void step(String type, String outcome, long started) {
        present()
                .ifPresent(bound -> bound.time(
                        "flow_step_seconds", Map.of("type", type, "outcome", outcome), System.nanoTime() - started));
    }

    void ended(String flow, String outcome) {
        present().ifPresent(bound -> bound.count("flow_ended_total", Map.of("flow", flow, "outcome", outcome)));
    }

    private Optional<Meter> present() {
        return Optional.ofNullable(meter.get());
    }
}

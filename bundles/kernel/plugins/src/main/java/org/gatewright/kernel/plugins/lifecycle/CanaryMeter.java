package org.gatewright.kernel.plugins.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatewright.port.metrics.Meter;
import org.gatewright.port.store.PluginStore.Canary;
import org.gatewright.port.store.PluginStore.Wanted;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Counts canaries that begin and end, if somebody takes the measurements. How their calls go is measured as for any version. */
@Component(service = CanaryMeter.class)
public final class CanaryMeter {

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

    /** Something was decided about a plug-in. Another audience of the same version begins nothing. */
    void decided(Wanted before, Wanted after) {
        Optional<String> old = before.canary().map(Canary::version);
        Optional<String> now = after.canary().map(Canary::version);
        if (!old.equals(now)) {
            old.ifPresent(
                    version -> count(after.plugin(), version, after.version().equals(old) ? "promoted" : "fell_back"));
            now.ifPresent(version -> count(after.plugin(), version, "begun"));
        }
    }

    private void count(String plugin, String version, String outcome) {
        Meter bound = meter.get();
        if (bound != null) {
            bound.count("plugin_canary_total", Map.of("plugin", plugin, "version", version, "outcome", outcome));
        }
    }
}

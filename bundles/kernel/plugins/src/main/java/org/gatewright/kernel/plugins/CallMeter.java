package org.gatewright.kernel.plugins;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.guard.CallRecorder;
import org.gatewright.kernel.plugins.guard.Outcome;
import org.gatewright.port.metrics.Meter;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Times calls of plug-ins with whatever meter there is. */
final class CallMeter implements AutoCloseable {

    private final ServiceTracker<Meter, Meter> meters;

    CallMeter(BundleContext context) {
        meters = new ServiceTracker<>(context, Meter.class, null);
        meters.open();
    }

    /** Records the calls of one type. */
    CallRecorder of(TypeDescription type) {
        Map<Outcome, Map<String, String>> labels = Stream.of(Outcome.values())
                .collect(Collectors.toMap(outcome -> outcome, outcome -> labels(type, outcome)));
        return (outcome, nanoseconds) -> {
            Meter meter = meters.getService();
            if (meter != null) {
                meter.time("plugin_call_seconds", labels.getOrDefault(outcome, Map.of()), nanoseconds);
            }
        };
    }

    @Override
    public void close() {
        meters.close();
    }

    private static Map<String, String> labels(TypeDescription type, Outcome outcome) {
        return Map.of(
                "kind", type.kind().name().toLowerCase(Locale.ROOT),
                "type", type.type(),
                "version", type.version().toString(),
                "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }
}

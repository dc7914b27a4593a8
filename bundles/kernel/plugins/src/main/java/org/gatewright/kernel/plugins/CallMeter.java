package org.gatewright.kernel.plugins;

import java.util.Locale;
import java.util.Map;
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

    /** Records one call. */
    void record(TypeDescription type, boolean ok, long nanoseconds) {
        Meter meter = meters.getService();
        if (meter != null) {
            Map<String, String> labels = Map.of(
                    "kind", type.kind().name().toLowerCase(Locale.ROOT),
                    "type", type.type(),
                    "version", type.version().toString(),
                    "outcome", ok ? "ok" : "error");
            meter.time("plugin_call_seconds", labels, nanoseconds);
        }
    }

    @Override
    public void close() {
        meters.close();
    }
}

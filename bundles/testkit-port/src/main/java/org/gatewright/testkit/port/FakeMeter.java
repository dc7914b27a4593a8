package org.gatewright.testkit.port;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatewright.port.metrics.Meter;

/** Remembers what was measured. */
public final class FakeMeter implements Meter {

    /**
     * One measurement.
     *
     * @param nanoseconds -1 for what was only counted
     */
    public record Measurement(String name, Map<String, String> labels, long nanoseconds) {
        /** Copies the labels. */
        public Measurement {
            labels = Map.copyOf(labels);
        }
    }

    private final List<Measurement> measurements = new CopyOnWriteArrayList<>();

    @Override
    public void time(String name, Map<String, String> labels, long nanoseconds) {
        measurements.add(new Measurement(name, labels, nanoseconds));
    }

    @Override
    public void count(String name, Map<String, String> labels) {
        measurements.add(new Measurement(name, labels, -1));
    }

    /** Returns what was measured, the oldest first. */
    public List<Measurement> measurements() {
        return List.copyOf(measurements);
    }
}

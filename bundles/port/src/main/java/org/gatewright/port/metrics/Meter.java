package org.gatewright.port.metrics;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Takes measurements. Cheap, never throws, safe for use by several threads. Names are those of Prometheus without the prefix {@code gatewright_}. */
@ProviderType
public interface Meter {

    /** Records that something took the time. */
    void time(String name, Map<String, String> labels, long nanoseconds);

    /** Counts one. */
    void count(String name, Map<String, String> labels);
}

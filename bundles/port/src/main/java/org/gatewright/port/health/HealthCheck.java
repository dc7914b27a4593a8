package org.gatewright.port.health;

import org.osgi.annotation.versioning.ConsumerType;

/** Says whether one part is ready. Registered as a service by the part; answers at once, from memory. */
@ConsumerType
public interface HealthCheck {

    /** Returns the part's name, such as {@code database}. */
    String name();

    /** Returns its state now. */
    Health check();
}

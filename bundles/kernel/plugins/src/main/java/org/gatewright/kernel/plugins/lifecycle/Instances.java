package org.gatewright.kernel.plugins.lifecycle;

import java.util.Optional;
import org.gatewright.port.plugins.TypeVersion;

/** What administrators have made of a type. */
interface Instances {

    /** Tells whether there is one. */
    boolean exist(TypeVersion type);

    /**
     * Says which instance does not fit the settings of this version of the type, even once the version has brought them to their shape, and why; empty if all do. Those
     * that a later version saved do not count: they wait for it to come back.
     */
    Optional<String> misfit(TypeVersion type) throws InterruptedException;
}

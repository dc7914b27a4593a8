package org.gatewright.kernel.plugins;

/** The switch between versions, for the life cycle. */
public interface VersionSwitch {

    /** Makes this count for every lease from now on, for all types at once. Leases that are open are not touched. */
    void select(Selection selection);
}

package org.gatewright.port.plugins;

/** The state of one version of a type. */
public enum VersionState {
    /** Known and resolved, not yet started. */
    RESOLVED,
    /** Running beside the active one, on trial. */
    CANDIDATE,
    /** Called for a part of all new flows and calls only, beside the active one. */
    CANARY,
    /** The one that new leases get. */
    ACTIVE,
    /** Replaced; ends with its last lease and pin. */
    DRAINING,
    /** Cut off after failures. */
    QUARANTINED,
    /** Never got to run; the reason says why. */
    REFUSED,
    /** Stopped or uninstalled. */
    GONE
}

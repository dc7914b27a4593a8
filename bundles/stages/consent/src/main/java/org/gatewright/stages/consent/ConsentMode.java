package org.gatewright.stages.consent;

/** How long an agreement is remembered. */
public enum ConsentMode {
    /** Not at all: the step always asks. */
    ALWAYS_REQUIRE,
    /** For ever. */
    PERMANENT,
    /** For the time that the settings give. */
    EXPIRING
}

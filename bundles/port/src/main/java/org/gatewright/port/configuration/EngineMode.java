package org.gatewright.port.configuration;

/** How the votes of several bindings make one decision. */
public enum EngineMode {
    /** One that passes is enough. */
    ANY,
    /** All must pass. */
    ALL
}

package org.gatewright.port.plugins;

import org.gatewright.spi.plugin.Kind;

/** A version of a type that a flow has planned with. */
public record Pin(Kind kind, String type, String version, int stateVersion) {}

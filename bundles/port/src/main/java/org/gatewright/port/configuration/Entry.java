package org.gatewright.port.configuration;

import java.util.UUID;

/** A configuration object bound to its record. */
public record Entry<S extends Record>(UUID id, long pk, S value) {}

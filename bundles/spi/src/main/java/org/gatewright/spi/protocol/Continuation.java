package org.gatewright.spi.protocol;

import org.gatewright.spi.data.JsonObject;

/**
 * What a protocol wants to know again when a flow ends. Kept sealed: the visitor can neither read nor change it.
 *
 * @param step the protocol's own name for what comes next
 * @param data its own data
 * @since 1.0
 */
public record Continuation(String step, JsonObject data) {}

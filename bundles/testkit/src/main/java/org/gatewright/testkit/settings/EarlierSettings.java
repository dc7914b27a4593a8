package org.gatewright.testkit.settings;

import org.gatewright.spi.data.JsonObject;

/**
 * Settings as an earlier version of a plug-in stored them.
 *
 * @param version the schema version that they have
 * @since 1.1
 */
public record EarlierSettings(int version, JsonObject settings) {}

package org.gatewright.spi.plugin;

/**
 * The settings of a type that has none.
 *
 * @since 1.0
 */
public record NoSettings() {}

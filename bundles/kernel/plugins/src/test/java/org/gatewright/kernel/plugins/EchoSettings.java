package org.gatewright.kernel.plugins;

import org.gatewright.spi.settings.Title;

/** Settings of a type that tests register. */
public record EchoSettings(@Title("The text") String text) {}

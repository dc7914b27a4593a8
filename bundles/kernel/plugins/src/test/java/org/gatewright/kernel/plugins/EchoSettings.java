package org.gatewright.kernel.plugins;

/** Settings of a type that tests register. */
public record EchoSettings(String text) {}

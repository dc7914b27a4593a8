package org.gatewright.port.plugins;

/**
 * A bundle that is, or wants to be, a plug-in.
 *
 * @param id the bundle's symbolic name, or the file's name if it has none
 * @param name for people
 * @param bundleId of the framework, -1 if it was never installed
 * @param reason why it is not active, a sentence; empty if it is
 */
public record PluginInfo(String id, String name, String version, long bundleId, VersionState state, String reason) {}

package org.gatewright.kernel.plugins;

/**
 * One version of one plug-in.
 *
 * @param plugin the bundle's symbolic name
 * @param version the bundle's version
 */
public record PluginVersion(String plugin, String version) {

    @Override
    public String toString() {
        return plugin + " " + version;
    }
}

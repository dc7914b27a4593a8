package org.gatewright.port.plugins;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The files that plug-ins bring for the pages: what is below {@code /web/} in their bundles. */
@ProviderType
public interface PluginFiles {

    /**
     * Reads a file of one version of a plug-in. Empty unless that version can be called, or flows may still be pinned to it, or it is being tried; and if there is no
     * such file, or it is too large, or its bundle ends in this moment.
     *
     * @param path below {@code /web/}; names without a leading dot, separated by single slashes, the last one with an extension
     */
    Optional<byte[]> read(String plugin, String version, String path);
}

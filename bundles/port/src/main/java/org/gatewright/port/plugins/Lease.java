package org.gatewright.port.plugins;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** A counted reference to one version of a type: it is not stopped by us as long as somebody holds a lease. Close it after the call. */
@ProviderType
public interface Lease<T> extends AutoCloseable {

    /** Returns the version that is leased. */
    Pin pin();

    /** Returns the id of the plug-in that brings it. */
    String plugin();

    /** Returns what the version that is leased declares that it does. */
    DeclaredPermissions permissions();

    /**
     * Calls the plug-in, timed and counted by kind, type, version and outcome.
     *
     * @throws org.gatewright.spi.error.GatewrightException what the plug-in threw of that type, or {@code PLUGIN_FAILED} with anything else it threw;
     *     {@code PLUGIN_TOO_SLOW} after the time limit of its kind, whatever it returned; {@code PLUGIN_BUSY} or {@code TYPE_UNAVAILABLE} without a call
     *     if too many are under way, or the version is cut off
     */
    <R> R call(Function<T, R> call);

    @Override
    void close();
}

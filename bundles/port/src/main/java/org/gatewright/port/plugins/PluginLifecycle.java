package org.gatewright.port.plugins;

import java.util.List;
import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets plug-ins come, change and go while they are used. A new version is started beside the old one and tried; one switch makes all new calls go to it, and the old
 * one ends with the calls and flows that still use it. Whatever fails before the switch leaves everything as it was.
 *
 * <p>Each change is kept in the database and audited. One change is made at a time; others wait.
 *
 * @throws org.gatewright.spi.error.GatewrightException of every method: {@code PLUGIN_REFUSED} with a sentence that says why, {@code NOT_FOUND} for a plug-in or version
 *     that nobody knows
 */
@ProviderType
public interface PluginLifecycle {

    /**
     * What has changed.
     *
     * @param from the version that was active before, if there was one
     * @param to the version that is active now, if there is one
     */
    record Change(String plugin, Optional<String> from, Optional<String> to) {
        /** Tells whether anything has changed. */
        public boolean isChange() {
            return !from.equals(to);
        }
    }

    /**
     * A jar that is to be a plug-in.
     *
     * @param name what people know it by, such as the name of its file; for messages
     */
    record Upload(String name, byte[] content) {}

    /** Installs a plug-in, or updates it if another version of it is there. The active version again changes nothing. */
    Change install(Actor actor, Upload upload);

    /** Installs another version of a plug-in that is known; {@code NOT_FOUND} for any other one. */
    Change update(Actor actor, Upload upload);

    /** Goes back to the version that was active before. */
    Change rollback(Actor actor, String plugin);

    /** Lets nobody call the version any more; the version before it takes over if there is one. */
    Change quarantine(Actor actor, String plugin, String version, String reason);

    /** Ends the quarantine of a version, tries it, and makes it the active one. */
    Change release(Actor actor, String plugin, String version);

    /** Removes the plug-in. Instances of its types stay, and {@link #rollback} brings it back. */
    Change uninstall(Actor actor, String plugin);

    /** Says what can be known of a jar without running it, and why it would be refused. Changes nothing; refuses what is no plug-in at all. */
    ArtifactReport inspect(Upload upload);

    /** Says the same of an artifact that is kept; empty if none is kept of this version. */
    Optional<ArtifactReport> artifact(String plugin, String version);

    /** Lists the versions that could be used again: the wanted one, those before it, the last one first, and others that are quarantined; none of a plug-in that nobody knows. */
    List<KeptVersion> versions(String plugin);

    /** Tells whether this content was installed before and is still kept, whatever became of it. Waits until the server has started. */
    boolean knows(Upload upload);
}

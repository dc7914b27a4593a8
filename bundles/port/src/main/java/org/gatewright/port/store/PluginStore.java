package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the artifacts of plug-ins, and what is wanted of each plug-in. */
@ProviderType
public interface PluginStore {

    /**
     * An artifact without its content.
     *
     * @param plugin the bundle's symbolic name
     * @param version the bundle's version
     * @param digest SHA-256 of the content, in lower-case hexadecimal digits
     * @param size bytes of the content
     */
    record Artifact(String plugin, String version, String digest, int size, Instant added) {}

    /**
     * What is wanted of one plug-in.
     *
     * @param version the version that is to be active; empty if none is: the plug-in is uninstalled
     * @param before versions that were active before it, the last one first
     * @param quarantined why nobody may call a version, by version
     * @param revision the number of changes so far, 0 for a plug-in that was never stored
     */
    record Wanted(
            String plugin,
            Optional<String> version,
            List<String> before,
            Map<String, String> quarantined,
            long revision) {
        /** Copies the collections. */
        public Wanted {
            before = List.copyOf(before);
            quarantined = Map.copyOf(quarantined);
        }

        /** Nothing is known of the plug-in. */
        public static Wanted nothing(String plugin) {
            return new Wanted(plugin, Optional.empty(), List.of(), Map.of(), 0);
        }
    }

    /** Adds an artifact; false if one of this plug-in and version is there already, without an error for the transaction. */
    boolean add(Artifact artifact, byte[] content);

    /** Lists all artifacts, ordered by plug-in and by the time they were added. */
    List<Artifact> artifacts();

    /** Returns the content of an artifact. */
    Optional<byte[]> content(String plugin, String version);

    /** Deletes an artifact; false if there is none. */
    boolean delete(String plugin, String version);

    /** Lists what is wanted, ordered by plug-in. */
    List<Wanted> wanted();

    /** Stores what is wanted if the stored revision is that of the argument, and raises it by one; false if somebody else was faster. */
    boolean want(Wanted wanted);

    /** Forgets what is wanted of a plug-in if the stored revision is this one; false if somebody else was faster. */
    boolean forget(String plugin, long revision);
}

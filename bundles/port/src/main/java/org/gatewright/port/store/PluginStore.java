package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.LogLevel;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the artifacts of plug-ins, what is wanted of each plug-in, and how much each writes to the log. */
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
     * A version that is called beside the active one.
     *
     * @param audience for whom
     */
    record Canary(String version, Audience audience, Instant begun) {}

    /**
     * What is wanted of one plug-in.
     *
     * @param version the version that is to be active; empty if none is: the plug-in is uninstalled
     * @param before versions that were active before it, the last one first
     * @param quarantined why nobody may call a version, by version
     * @param canary the version that is called beside the active one, if there is one
     * @param revision the number of changes so far, 0 for a plug-in that was never stored
     */
    record Wanted(
            String plugin,
            Optional<String> version,
            List<String> before,
            Map<String, String> quarantined,
            Optional<Canary> canary,
            long revision) {
        /** Copies the collections. */
        public Wanted {
            before = List.copyOf(before);
            quarantined = Map.copyOf(quarantined);
        }

        /** Without a canary. */
        public Wanted(
                String plugin,
                Optional<String> version,
                List<String> before,
                Map<String, String> quarantined,
                long revision) {
            this(plugin, version, before, quarantined, Optional.empty(), revision);
        }

        /** Returns the same with this canary. */
        public Wanted with(Optional<Canary> other) {
            return new Wanted(plugin, version, before, quarantined, other, revision);
        }

        /** Returns the same with the reasons for these versions. */
        public Wanted quarantining(Map<String, String> reasons) {
            return new Wanted(plugin, version, before, reasons, canary, revision);
        }

        /** Returns the same as it is after one more change. */
        public Wanted raised() {
            return new Wanted(plugin, version, before, quarantined, canary, revision + 1);
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

    /** Returns the levels of the logs of plug-ins that have one, by plug-in. */
    Map<String, LogLevel> logLevels();

    /** Stores the level of the log of a plug-in, whether one was stored or not; with empty, none is any more. */
    void logLevel(String plugin, Optional<LogLevel> level);

    /** Forgets what is wanted of a plug-in if the stored revision is this one; false if somebody else was faster. */
    boolean forget(String plugin, long revision);
}

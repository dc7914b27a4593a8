package org.gatewright.kernel.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.port.plugins.VersionState;

/**
 * What was decided about versions. Of a plug-in that is not named here the highest version is called.
 *
 * @param chosen the version that new calls go to, by plug-in
 * @param trial versions that run but are not to be called yet
 * @param quarantined versions that are not to be called any more, with the reason
 */
public record Selection(Map<String, String> chosen, Set<PluginVersion> trial, Map<PluginVersion, String> quarantined) {

    /** Nothing was decided. */
    public static final Selection NONE = new Selection(Map.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public Selection {
        chosen = Map.copyOf(chosen);
        trial = Set.copyOf(trial);
        quarantined = Map.copyOf(quarantined);
    }

    /** Tells whether calls may go to the version at all. */
    boolean allows(PluginVersion version) {
        return !trial.contains(version) && !quarantined.containsKey(version);
    }

    /** Tells whether new calls should go to this version of its plug-in. */
    boolean prefers(PluginVersion version) {
        return version.version().equals(chosen.getOrDefault(version.plugin(), version.version()));
    }

    /** Returns the state of a version that may not be called. */
    VersionState state(PluginVersion version) {
        return quarantined.containsKey(version) ? VersionState.QUARANTINED : VersionState.CANDIDATE;
    }

    /** Says why a version may not be called. */
    String reason(PluginVersion version) {
        return Optional.ofNullable(quarantined.get(version))
                .map(reason -> "It is quarantined. " + reason)
                .orElse("It is being tried.");
    }
}

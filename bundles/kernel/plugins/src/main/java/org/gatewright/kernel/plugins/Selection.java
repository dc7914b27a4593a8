package org.gatewright.kernel.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.kernel.plugins.canary.Comparison;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.VersionState;

/**
 * What was decided about versions. Of a plug-in that is not named here the highest version is called.
 *
 * @param chosen the version that new calls go to, by plug-in
 * @param trial versions that run but are not to be called yet
 * @param off plug-ins of which no version is to be called
 * @param quarantined versions that are not to be called any more, with the reason
 * @param canaries versions that are called beside the chosen one, with for whom
 */
public record Selection(
        Map<String, String> chosen,
        Set<PluginVersion> trial,
        Set<String> off,
        Map<PluginVersion, String> quarantined,
        Map<PluginVersion, Audience> canaries) {

    /** Nothing was decided. */
    public static final Selection NONE = new Selection(Map.of(), Set.of(), Set.of(), Map.of(), Map.of());

    /** Copies the collections. */
    public Selection {
        chosen = Map.copyOf(chosen);
        trial = Set.copyOf(trial);
        off = Set.copyOf(off);
        quarantined = Map.copyOf(quarantined);
        canaries = Map.copyOf(canaries);
    }

    /** Tells whether calls may go to the version at all. */
    boolean allows(PluginVersion version) {
        return !trial.contains(version) && !off.contains(version.plugin()) && !quarantined.containsKey(version);
    }

    /** Tells whether new calls should go to this version of its plug-in. */
    boolean prefers(PluginVersion version) {
        return version.version().equals(chosen.getOrDefault(version.plugin(), version.version()));
    }

    /** Tells whether calls go to the version by decision; a version that was replaced is called only until its flows are over. */
    boolean expects(PluginVersion version) {
        return allows(version) && (prefers(version) || canaries.containsKey(version));
    }

    /** Returns each canary with the version beside which it is called. */
    List<Comparison.Pair> pairs() {
        return canaries.keySet().stream()
                .flatMap(canary -> Optional.ofNullable(chosen.get(canary.plugin())).stream()
                        .map(active -> new Comparison.Pair(canary, new PluginVersion(canary.plugin(), active))))
                .toList();
    }

    /** Returns the state of a version that may not be called. */
    VersionState state(PluginVersion version) {
        if (quarantined.containsKey(version)) {
            return VersionState.QUARANTINED;
        }
        return trial.contains(version) ? VersionState.CANDIDATE : VersionState.DRAINING;
    }

    /** Says why a version may not be called. */
    String reason(PluginVersion version) {
        return Optional.ofNullable(quarantined.get(version))
                .map(reason -> "It is quarantined. " + reason)
                .orElse(
                        trial.contains(version)
                                ? "It is being tried."
                                : "No version of the plug-in is wanted any more.");
    }
}

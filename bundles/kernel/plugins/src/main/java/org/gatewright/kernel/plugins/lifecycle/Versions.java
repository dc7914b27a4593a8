package org.gatewright.kernel.plugins.lifecycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.Selection;
import org.gatewright.kernel.plugins.VersionSwitch;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.store.PluginStore.Canary;
import org.gatewright.port.store.PluginStore.Wanted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What counts now: what is wanted of all plug-ins, and what is being tried. The catalogue is told of each change. */
@Component(service = Versions.class)
public final class Versions {

    private final VersionSwitch catalogue;
    private final Map<String, Wanted> wanted = new HashMap<>();
    private final Set<PluginVersion> trial = new HashSet<>();
    private final Map<String, PluginVersion> held = new HashMap<>();
    private final Map<String, String> heirs = new HashMap<>();
    private final Map<PluginVersion, String> resting = new HashMap<>();

    /** Tells this catalogue. */
    @Activate
    public Versions(@Reference VersionSwitch catalogue) {
        this.catalogue = catalogue;
    }

    /** All of this counts from now on. */
    synchronized void learn(List<Wanted> stored) {
        stored.forEach(one -> wanted.put(one.plugin(), one));
        select();
    }

    /** Returns what is wanted of a plug-in. */
    synchronized Wanted of(String plugin) {
        return wanted.getOrDefault(plugin, Wanted.nothing(plugin));
    }

    /** Returns what is wanted of every plug-in of which anything was ever decided. */
    synchronized List<Wanted> all() {
        return List.copyOf(wanted.values());
    }

    /** This counts from now on. */
    synchronized void want(Wanted next) {
        wanted.put(next.plugin(), next);
        held.remove(next.plugin());
        heirs.remove(next.plugin());
        Stream.concat(next.version().stream(), next.canary().stream().map(Canary::version))
                .map(version -> new PluginVersion(next.plugin(), version))
                .forEach(version -> {
                    trial.remove(version);
                    resting.remove(version); // who decides for it does so whatever the guard thought
                });
        select();
    }

    /** The version must not end before the next decision about its plug-in. */
    synchronized void hold(PluginVersion version) {
        held.put(version.plugin(), version);
    }

    /** The version is about to run, and nobody may call it yet. */
    synchronized void tryOut(PluginVersion version) {
        trial.add(version);
        select();
    }

    /** The trial has ended without success. */
    synchronized void giveUp(PluginVersion version) {
        trial.remove(version);
        select();
    }

    /** Nobody may call the version for now. Nothing is decided by that. */
    synchronized void rest(PluginVersion version, String reason) {
        resting.put(version, reason);
        select();
    }

    /** The version has rested; what was decided of it counts. */
    synchronized void wake(PluginVersion version) {
        resting.remove(version);
        select();
    }

    /** Nobody may call the version any more, whatever is decided next; in the same moment its heir is called instead, which was being tried, and not a canary for all. */
    synchronized void cutOff(PluginVersion version, String reason, Optional<PluginVersion> heir) {
        heir.ifPresent(one -> {
            trial.remove(one);
            heirs.put(one.plugin(), one.version());
        });
        Wanted before = of(version.plugin());
        Map<String, String> quarantined = new HashMap<>(before.quarantined());
        quarantined.put(version.version(), reason);
        wanted.put(version.plugin(), before.quarantining(quarantined));
        select();
    }

    /** Tells whether new calls are to go to the version. */
    synchronized boolean isWanted(PluginVersion version) {
        return of(version.plugin()).version().equals(Optional.of(version.version()));
    }

    /** Tells whether the version is called beside the wanted one. */
    synchronized boolean isCanary(PluginVersion version) {
        return of(version.plugin()).canary().map(Canary::version).equals(Optional.of(version.version()));
    }

    /** Tells whether the version must run: it is wanted, or may be in a moment. */
    synchronized boolean isNeeded(PluginVersion version) {
        return trial.contains(version)
                || version.equals(held.get(version.plugin()))
                || isWanted(version)
                || isCanary(version);
    }

    private void select() {
        Map<String, String> chosen = new HashMap<>();
        Set<String> off = new HashSet<>();
        Map<PluginVersion, String> quarantined = new HashMap<>(resting);
        Map<PluginVersion, Audience> canaries = new HashMap<>();
        wanted.values().forEach(one -> {
            one.version().ifPresent(version -> chosen.put(one.plugin(), heirs.getOrDefault(one.plugin(), version)));
            if (one.revision() > 0 && one.version().isEmpty()) {
                off.add(one.plugin());
            }
            one.canary()
                    .ifPresent(canary ->
                            canaries.put(new PluginVersion(one.plugin(), canary.version()), canary.audience()));
            one.quarantined()
                    .forEach((version, reason) -> quarantined.put(new PluginVersion(one.plugin(), version), reason));
        });
        catalogue.select(new Selection(chosen, trial, off, quarantined, canaries));
    }
}

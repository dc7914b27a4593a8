package org.gatewright.kernel.plugins.lifecycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.Selection;
import org.gatewright.kernel.plugins.VersionSwitch;
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
        next.version().map(version -> new PluginVersion(next.plugin(), version)).ifPresent(version -> {
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

    /** Nobody may call the version any more, whatever is decided next; in the same moment its heir can be called, which was being tried. */
    synchronized void cutOff(PluginVersion version, String reason, Optional<PluginVersion> heir) {
        heir.ifPresent(trial::remove);
        Wanted before = of(version.plugin());
        Map<String, String> quarantined = new HashMap<>(before.quarantined());
        quarantined.put(version.version(), reason);
        wanted.put(
                version.plugin(),
                new Wanted(before.plugin(), before.version(), before.before(), quarantined, before.revision()));
        select();
    }

    /** Tells whether new calls are to go to the version. */
    synchronized boolean isWanted(PluginVersion version) {
        return of(version.plugin()).version().equals(Optional.of(version.version()));
    }

    /** Tells whether the version must run: it is wanted, or may be in a moment. */
    synchronized boolean isNeeded(PluginVersion version) {
        return trial.contains(version) || version.equals(held.get(version.plugin())) || isWanted(version);
    }

    private void select() {
        Map<String, String> chosen = new HashMap<>();
        Set<String> off = new HashSet<>();
        Map<PluginVersion, String> quarantined = new HashMap<>(resting);
        wanted.values().forEach(one -> {
            one.version().ifPresent(version -> chosen.put(one.plugin(), version));
            if (one.revision() > 0 && one.version().isEmpty()) {
                off.add(one.plugin());
            }
            one.quarantined()
                    .forEach((version, reason) -> quarantined.put(new PluginVersion(one.plugin(), version), reason));
        });
        catalogue.select(new Selection(chosen, trial, off, quarantined));
    }
}

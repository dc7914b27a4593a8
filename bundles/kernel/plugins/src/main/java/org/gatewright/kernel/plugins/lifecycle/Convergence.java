package org.gatewright.kernel.plugins.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.lifecycle.Decisions.Deed;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the framework, after a start, what the database says is wanted: whatever was going on when the server ended, the last stored decision counts. A version that
 * is refused is replaced by the one before it, if that runs; one that is older than everything in a newer distribution gives way to that. A start that is cut short,
 * or for which the database fails, decides nothing.
 */
@Component(
        service = {Convergence.class, HealthCheck.class},
        immediate = true)
public final class Convergence implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);

    private final PluginStore store;
    private final Versions versions;
    private final Staging staging;
    private final Decisions decisions;
    private final Steps steps;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Health health = new Health(false, "The plug-ins are being brought to the wanted versions.");

    /** Begins on a thread of its own. */
    @Activate
    public Convergence(
            @Reference PluginStore store,
            @Reference Versions versions,
            @Reference Staging staging,
            @Reference Decisions decisions,
            @Reference Steps steps) {
        this.store = store;
        this.versions = versions;
        this.staging = staging;
        this.decisions = decisions;
        this.steps = steps;
        this.thread = new Thread(this::run, "gatewright-convergence");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives up. */
    @Deactivate
    public void close() {
        closed = true;
        thread.interrupt();
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public Health check() {
        return health;
    }

    /** Waits until the wanted versions run. */
    void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            versions.learn(store.wanted());
            staging.dropAllBut(versions.all(), plugin -> true).forEach(this::forgotten);
            versions.all().forEach(this::converge);
            staging.installed().forEach(this::end);
            health = new Health(true, versions.all().size() + " decisions");
        } catch (RuntimeException e) {
            LOG.error("The plug-ins could not be brought to the wanted versions", e);
            health = new Health(
                    false, "The wanted versions of the plug-ins do not run; the log says why. Restart the server.");
        }
    }

    private void forgotten(PluginVersion version) {
        steps.found("no decision names the kept artifact of " + version
                + ": its update was cut short, or later ones have taken its place. It is forgotten.");
    }

    private void end(PluginVersion version) {
        if (!versions.isNeeded(version)) {
            steps.found(version + " is in the framework, but not wanted: it was being tried or let go. It goes.");
            staging.end(version);
        }
    }

    private void converge(Wanted wanted) {
        if (closed) {
            return;
        }
        Optional<PluginVersion> builtIn = staging.newestBuiltIn(wanted.plugin());
        if (wanted.version().isEmpty()) {
            steps.found(wanted.plugin() + " is uninstalled, as was decided.");
            builtIn.ifPresent(staging::end);
        } else if (builtIn.filter(version -> isNewer(version, wanted)).isPresent()) {
            giveWay(wanted, builtIn.get());
        } else {
            run(wanted);
        }
    }

    private void run(Wanted wanted) {
        PluginVersion version =
                new PluginVersion(wanted.plugin(), wanted.version().orElseThrow());
        Optional<GatewrightException> failure = attempt(version);
        if (failure.isEmpty()) {
            runBeside(wanted);
            steps.found(version + " runs, as was decided.");
            staging.newestBuiltIn(wanted.plugin()).ifPresent(staging::end);
            return;
        }
        if (failure.get().code() != CommonError.PLUGIN_REFUSED) {
            throw failure.get();
        }
        LOG.error(
                "The wanted version {} does not run: {}", version, failure.get().detail());
        replace(wanted, version);
    }

    /** A canary that is refused is given up. */
    private void runBeside(Wanted wanted) {
        Optional<GatewrightException> failure =
                wanted.canary().flatMap(canary -> attempt(new PluginVersion(wanted.plugin(), canary.version())));
        if (failure.isEmpty()) {
            versions.want(wanted);
            return;
        }
        if (failure.get().code() != CommonError.PLUGIN_REFUSED) {
            throw failure.get();
        }
        LOG.error(
                "The canary of {} does not run: {}",
                wanted.plugin(),
                failure.get().detail());
        if (!closed) {
            decisions.take(
                    Actor.system(),
                    new Deed("plugin_fell_back", Optional.of(failure.get().detail())),
                    wanted.with(Optional.empty()),
                    new Change(wanted.plugin(), wanted.version(), wanted.version()));
        }
    }

    private void replace(Wanted wanted, PluginVersion version) {
        Optional<PluginVersion> heir = staging.firstThatRuns(wanted.before().stream()
                .filter(one -> !wanted.quarantined().containsKey(one))
                .map(one -> new PluginVersion(wanted.plugin(), one)));
        if (closed) {
            return;
        }
        if (heir.isEmpty()) {
            LOG.error("No other version of {} runs either; the next start tries again", wanted.plugin());
            return;
        }
        steps.found(version + " does not run, as was decided; " + heir.get() + " does. It takes over.");
        List<String> before = new ArrayList<>(wanted.before());
        before.remove(heir.get().version());
        decide(
                wanted,
                heir,
                Stream.concat(Stream.of(version.version()), before.stream()).toList(),
                "plugin_rolled_back");
    }

    private Optional<GatewrightException> attempt(PluginVersion version) {
        try {
            staging.run(version, Optional.empty());
            return Optional.empty();
        } catch (GatewrightException e) {
            return Optional.of(e);
        }
    }

    private void giveWay(Wanted wanted, PluginVersion builtIn) {
        steps.found(builtIn + " of the distribution is newer than all that was decided about. It takes over.");
        List<String> before = Stream.concat(wanted.version().stream(), wanted.before().stream())
                .filter(version -> !version.equals(builtIn.version()))
                .toList();
        decide(wanted, Optional.of(builtIn), before, "plugin_updated");
    }

    private void decide(Wanted wanted, Optional<PluginVersion> version, List<String> before, String action) {
        Wanted next = new Wanted(
                wanted.plugin(), version.map(PluginVersion::version), before, wanted.quarantined(), wanted.revision());
        decisions.take(
                Actor.system(), new Deed(action), next, new Change(wanted.plugin(), wanted.version(), next.version()));
    }

    /** Tells whether the distribution has become newer than all that was ever decided about. */
    private static boolean isNewer(PluginVersion builtIn, Wanted wanted) {
        Version version = Version.parseVersion(builtIn.version());
        return Stream.of(wanted.version().stream(), wanted.before().stream(), wanted.quarantined().keySet().stream())
                .flatMap(one -> one)
                .allMatch(one -> Version.parseVersion(one).compareTo(version) < 0);
    }
}

package org.gatewright.kernel.plugins.lifecycle;

import java.util.Optional;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.lifecycle.Steps.Step;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.PluginLifecycle.Change;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.PluginStore.Wanted;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what was decided, with its audit event, and makes it count. */
@Component(service = Decisions.class)
public final class Decisions {

    private final PluginStore store;
    private final Transactions transactions;
    private final Events events;
    private final Versions versions;
    private final CanaryMeter canaries;
    private final Steps steps;

    /** Takes its parts. */
    @Activate
    public Decisions(
            @Reference PluginStore store,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Versions versions,
            @Reference CanaryMeter canaries,
            @Reference Steps steps) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.versions = versions;
        this.canaries = canaries;
        this.steps = steps;
    }

    /** Returns what is wanted of a plug-in. */
    Wanted of(String plugin) {
        return versions.of(plugin);
    }

    /**
     * What is done with a plug-in.
     *
     * @param action as the audit log names it
     * @param reason why, if nobody asked for it
     */
    record Deed(String action, Optional<String> reason) {
        Deed(String action) {
            this(action, Optional.empty());
        }
    }

    /** Stores the decision, then makes it count; refuses it if somebody else has decided meanwhile. */
    void take(Actor actor, Deed deed, Wanted next, Change change) {
        Wanted before = versions.of(next.plugin());
        transactions.run(() -> {
            if (!store.want(next)) {
                throw new GatewrightException(
                        CommonError.CONFLICT, "Somebody else has changed " + next.plugin() + " meanwhile.");
            }
            events.record(
                    deed.action(),
                    actor.user(),
                    actor.address(),
                    context(next, change).with("reason", deed.reason()));
        });
        steps.reached(Step.DECIDED, next.plugin() + ", " + deed.action() + ": " + words(next, change));
        canaries.decided(before, next);
        versions.want(next.raised());
        steps.reached(Step.SWITCHED, next.plugin() + " to " + change.to().orElse("no version"));
    }

    private static String words(Wanted next, Change change) {
        return change.from().orElse("no version") + " was active, "
                + change.to().orElse("none") + " is wanted"
                + next.canary()
                        .map(canary -> ", " + canary.version() + " for some")
                        .orElse("");
    }

    /** Records that a version was cut off for a while, which is no decision. */
    void noteRest(PluginVersion version, String reason) {
        Actor system = Actor.system();
        events.record(
                "plugin_rests",
                system.user(),
                system.address(),
                JsonObject.of("plugin", version.plugin())
                        .with("version", version.version())
                        .with("reason", reason));
    }

    private static JsonObject context(Wanted next, Change change) {
        return JsonObject.of("plugin", next.plugin())
                .with("from", change.from())
                .with("to", change.to())
                .with("canary", next.canary().map(PluginStore.Canary::version))
                .with("audience", next.canary().map(canary -> canary.audience().toString()))
                .with("quarantined", JsonObject.of(next.quarantined()));
    }
}

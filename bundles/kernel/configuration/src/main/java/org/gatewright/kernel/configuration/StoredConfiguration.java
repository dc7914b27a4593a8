package org.gatewright.kernel.configuration;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gatewright.kernel.configuration.blueprint.Blueprint;
import org.gatewright.kernel.configuration.blueprint.BlueprintRun;
import org.gatewright.kernel.configuration.blueprint.Export;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The configuration over its store. A change takes the next revision first, which keeps all others out until its transaction ends, so what it checks against is
 * what it changes.
 */
@Component(service = Configuration.class)
public final class StoredConfiguration implements Configuration {

    private static final int ATTEMPTS = 50;

    /** The sole right to change the configuration until the transaction ends. */
    private record Turn(long revision, Collection<ConfigurationObject> objects) {}

    private final ConfigurationStore store;
    private final Transactions transactions;
    private final Events events;
    private final Sealer sealer;
    private final Shapes shapes;
    private final Outside outside;
    private final AtomicReference<@Nullable IndexedSnapshot> current = new AtomicReference<>();

    /** Loads nothing yet: the database may not answer. */
    @Activate
    public StoredConfiguration(
            @Reference ConfigurationStore store,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Sealer sealer,
            @Reference PluginCatalogue catalogue,
            @Reference Outside outside) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.sealer = sealer;
        this.shapes = new Shapes(catalogue);
        this.outside = outside;
    }

    @Override
    public ConfigurationSnapshot snapshot() {
        return base();
    }

    @Override
    public Created create(Actor actor, Model model, String type, JsonObject fields) {
        return change(actor, draft -> draft.create(model, type, fields));
    }

    @Override
    public ConfigurationObject update(Actor actor, UUID id, JsonObject fields, boolean partial) {
        return change(actor, draft -> draft.update(id, fields, partial));
    }

    @Override
    public void delete(Actor actor, UUID id) {
        change(actor, draft -> {
            draft.delete(id);
            return id;
        });
    }

    @Override
    public JsonObject shown(ConfigurationObject object) {
        return shapes.shown(object);
    }

    @Override
    public JsonObject schema(Model model, String type) {
        return shapes.get(model, type).schema();
    }

    @Override
    public void applyBlueprint(Actor actor, String yaml) {
        Blueprint blueprint = Blueprint.parse(yaml);
        change(actor, draft -> {
            new BlueprintRun(blueprint, draft, outside, actor).apply();
            return blueprint;
        });
    }

    @Override
    public String exportBlueprint() {
        return new Export(base().all(), outside, shapes::references).yaml();
    }

    private <R> R change(Actor actor, Function<Draft, R> work) {
        try {
            return transactions.call(() -> changed(actor, work));
        } catch (UniqueException e) {
            throw new InvalidFieldsException(
                    InvalidFieldsException.NON_FIELD_ERRORS, "The " + e.getMessage() + " is taken by another object.");
        }
    }

    private <R> R changed(Actor actor, Function<Draft, R> work) {
        Turn turn = takeTurn();
        Draft draft = new Draft(turn.objects(), store, shapes, sealer, outside);
        R result = work.apply(draft);
        draft.changes().forEach(change -> record(actor, change));
        IndexedSnapshot next = new IndexedSnapshot(turn.revision(), draft.all().toList(), sealer);
        transactions.afterCommit(() -> publish(next));
        return result;
    }

    /** Takes the next revision. What somebody else changed meanwhile is loaded only after that, when nobody can change it any more. */
    private Turn takeTurn() {
        IndexedSnapshot known = base();
        if (store.advance(known.revision())) {
            return new Turn(known.revision() + 1, known.all());
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            long revision = store.revision();
            if (store.advance(revision)) {
                return new Turn(revision + 1, store.load().objects());
            }
        }
        throw new GatewrightException(
                CommonError.CONFLICT, "Others are changing the configuration at the same time. Please try again.");
    }

    private void record(Actor actor, Draft.Change change) {
        ConfigurationObject object = change.object();
        JsonObject model = JsonObject.of("model_name", object.model().wireName())
                .with("pk", object.id().toString())
                .with("name", object.name())
                .with("type", Optional.of(object.type()).filter(type -> !type.isEmpty()));
        events.record(change.action(), actor.user(), actor.address(), JsonObject.of("model", model));
    }

    private IndexedSnapshot base() {
        IndexedSnapshot snapshot = current.get();
        return snapshot == null ? publish(load()) : snapshot;
    }

    private IndexedSnapshot load() {
        ConfigurationStore.Content content = transactions.call(store::load);
        return new IndexedSnapshot(content.revision(), content.objects(), sealer);
    }

    /** Makes it the current one unless a later one is. */
    private IndexedSnapshot publish(IndexedSnapshot snapshot) {
        IndexedSnapshot now = current.accumulateAndGet(
                snapshot, (old, next) -> old != null && next != null && old.revision() > next.revision() ? old : next);
        return now == null ? snapshot : now;
    }
}

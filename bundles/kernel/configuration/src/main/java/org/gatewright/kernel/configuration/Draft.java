package org.gatewright.kernel.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.kernel.configuration.binding.Migration;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.port.configuration.Configuration.Created;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.SavedShape;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;

/** The configuration while it is being changed, within one transaction. Every change is checked against those before it and written at once. */
public final class Draft {

    /** Members that the API adds to objects; they are left alone when they are sent back. */
    private static final Set<String> READ_ONLY =
            Set.of("pk", "component", "verbose_name", "verbose_name_plural", "meta_model_name");

    private final Map<UUID, ConfigurationObject> objects = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final ConfigurationStore store;
    private final Shapes shapes;
    private final Sealer sealer;
    private final Rules rules;

    /** One change that was made. */
    record Change(String action, ConfigurationObject object) {}

    Draft(
            Collection<ConfigurationObject> base,
            ConfigurationStore store,
            Shapes shapes,
            Sealer sealer,
            Outside outside) {
        base.forEach(object -> objects.put(object.id(), object));
        this.store = store;
        this.shapes = shapes;
        this.sealer = sealer;
        this.rules = new Rules(this, outside);
    }

    Stream<ConfigurationObject> all() {
        return objects.values().stream();
    }

    /** Lists the objects of the model. */
    public Stream<ConfigurationObject> objects(Model model) {
        return all().filter(object -> object.model() == model);
    }

    Optional<ConfigurationObject> find(UUID id) {
        return Optional.ofNullable(objects.get(id));
    }

    List<Change> changes() {
        return changes;
    }

    /** Returns the object's fields as the API shows them. */
    public JsonObject shown(ConfigurationObject object) {
        return shapes.shown(object);
    }

    /** Creates an object. */
    public Created create(Model model, String type, JsonObject fields) {
        String instanceOf = model.kind().isPresent() ? type : "";
        ObjectShape shape = shapes.get(model, instanceOf);
        ObjectShape.Stored stored = shape.create(writable(fields), sealer);
        ConfigurationObject object = new ConfigurationObject(
                UUID.randomUUID(),
                store.nextPk(model),
                model,
                instanceOf,
                name(model, stored.fields()),
                stored.fields(),
                1,
                new SavedShape(Migration.to(shape.own()).version(), Map.of()));
        check(object, shape);
        store.add(object);
        objects.put(object.id(), object);
        changes.add(new Change("model_created", object));
        return new Created(object, stored.generated());
    }

    /** Changes an object; nothing happens if all fields stay the same. */
    public ConfigurationObject update(UUID id, JsonObject fields, boolean partial) {
        ConfigurationObject before = get(id);
        ObjectShape shape = shapes.get(before.model(), before.type());
        InstanceShapes instance = new InstanceShapes(before);
        JsonObject known = instance.as(shape.own());
        JsonObject stored =
                shape.update(writable(fields), known, partial, sealer).fields();
        if (stored.equals(known)) {
            return before;
        }
        ConfigurationObject object = new ConfigurationObject(
                id,
                before.pk(),
                before.model(),
                before.type(),
                name(before.model(), stored),
                stored,
                before.version() + 1,
                instance.after(shape.own(), stored));
        check(object, shape);
        store.replace(object);
        objects.put(id, object);
        changes.add(new Change("model_updated", object));
        return object;
    }

    /** Deletes an object with what goes with it. */
    public void delete(UUID id) {
        Uses uses = new Uses(this);
        Set<ConfigurationObject> going = uses.withDependents(get(id));
        uses.requireUnused(going);
        for (ConfigurationObject object : going) {
            store.delete(object.id());
            objects.remove(object.id());
            changes.add(new Change("model_deleted", object));
        }
    }

    /** Asks the type only once all else fits. */
    private void check(ConfigurationObject object, ObjectShape shape) {
        rules.check(object, shape);
        shapes.check(object, sealer);
    }

    private ConfigurationObject get(UUID id) {
        return find(id).orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such object."));
    }

    private static String name(Model model, JsonObject stored) {
        return Models.nameField(model).flatMap(stored::text).orElse("");
    }

    private static JsonObject writable(JsonObject fields) {
        JsonObject writable = fields;
        for (String name : READ_ONLY) {
            writable = writable.without(name);
        }
        return writable;
    }
}

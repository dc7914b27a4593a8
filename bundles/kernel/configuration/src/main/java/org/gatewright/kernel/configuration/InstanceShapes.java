package org.gatewright.kernel.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.kernel.configuration.binding.Migration;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.SavedShape;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/**
 * One stored object in the shapes that versions of its plug-in read. Each reads what was saved in its own shape, else what is nearest before that, brought to its shape
 * in memory. What was saved only later it cannot read.
 */
final class InstanceShapes {

    private final ConfigurationObject object;

    InstanceShapes(ConfigurationObject object) {
        this.object = object;
    }

    /** Fields in one shape. */
    private record Saved(int version, JsonObject fields) {}

    /** Tells whether the object was saved only in shapes later than that of the record. */
    boolean isLater(Class<? extends Record> settings) {
        return readable(Migration.to(settings).version()).isEmpty();
    }

    /**
     * Returns the fields in the shape of the record.
     *
     * @throws InvalidFieldsException if there are none, or the plug-in cannot make them
     */
    JsonObject as(Class<? extends Record> settings) {
        Migration migration = Migration.to(settings);
        Saved saved = readable(migration.version())
                .orElseThrow(() -> new InvalidFieldsException(
                        InvalidFieldsException.NON_FIELD_ERRORS,
                        "It was saved by a later version of its plug-in, with settings of version "
                                + object.shape().version() + "; those of the version that is active now are of version "
                                + migration.version() + ". It works again with that later version."));
        return saved.version() == migration.version()
                ? saved.fields()
                : withCommon(migration.migrate(saved.version(), own(saved.fields())), saved.fields());
    }

    /** Returns the fields in the shape of the record; empty if there are none. */
    Optional<JsonObject> find(Class<? extends Record> settings) {
        try {
            return Optional.of(as(settings));
        } catch (InvalidFieldsException e) {
            return Optional.empty();
        }
    }

    /** Returns the shapes after fields were saved in that of the record: those before are kept for a way back, those after it are no longer true. */
    SavedShape after(Class<? extends Record> settings, JsonObject fields) {
        Migration migration = Migration.to(settings);
        Map<Integer, JsonObject> earlier = new HashMap<>();
        all().forEach((version, kept) -> {
            if (version < migration.version()) {
                JsonObject carried = migration.carryBack(version, own(kept), own(fields));
                earlier.put(version, withCommon(carried, fields));
            }
        });
        return new SavedShape(migration.version(), earlier);
    }

    private Optional<Saved> readable(int version) {
        return all().entrySet().stream()
                .filter(entry -> entry.getKey() <= version)
                .max(Map.Entry.comparingByKey())
                .map(entry -> new Saved(entry.getKey(), entry.getValue()));
    }

    private Map<Integer, JsonObject> all() {
        Map<Integer, JsonObject> all = new HashMap<>(object.shape().earlier());
        all.put(object.shape().version(), object.fields());
        return all;
    }

    /** Returns what the plug-in has to say about. */
    private JsonObject own(JsonObject fields) {
        JsonObject own = fields;
        for (String name : common()) {
            own = own.without(name);
        }
        return own;
    }

    /** Returns settings with the fields that all types have, which no plug-in changes. */
    private JsonObject withCommon(JsonObject settings, JsonObject fields) {
        JsonObject all = own(settings);
        for (String name : common()) {
            all = all.with(name, fields.get(name));
        }
        return all;
    }

    private Set<String> common() {
        return ObjectShape.names(Models.fields(object.model()));
    }
}

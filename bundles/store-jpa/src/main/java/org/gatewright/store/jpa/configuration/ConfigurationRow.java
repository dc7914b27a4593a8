package org.gatewright.store.jpa.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.configuration.SavedShape;
import org.gatewright.spi.data.JsonObject;
import org.jspecify.annotations.NullUnmarked;

/** A configuration object. */
@Entity
@Table(name = "configuration_object")
@NullUnmarked
class ConfigurationRow {

    @Id
    @Convert("uuid")
    UUID id;

    long pk;
    String model;

    @Column(name = "type_name")
    String type;

    String name;

    /** Null where the model has no names: these do not count for uniqueness. */
    @Column(name = "unique_name")
    String uniqueName;

    String fields;
    long version;

    /** Schema version of the fields; null means 1. */
    @Column(name = "schema_version")
    Integer schemaVersion;

    /** Fields of earlier schema versions by these, as JSON; null if there are none. */
    String earlier;

    void fill(ConfigurationObject object) {
        id = object.id();
        pk = object.pk();
        model = object.model().name();
        type = object.type();
        name = object.name();
        uniqueName = name.isEmpty() ? null : name;
        fields = JsonText.write(object.fields());
        version = object.version();
        schemaVersion = object.shape().version();
        earlier = object.shape().earlier().isEmpty()
                ? null
                : JsonText.write(earlier(object.shape().earlier()));
    }

    ConfigurationObject object() {
        return new ConfigurationObject(
                id, pk, Model.valueOf(model), type, name, JsonText.read(fields), version, shape());
    }

    private SavedShape shape() {
        Map<Integer, JsonObject> kept = new HashMap<>();
        if (earlier != null) {
            JsonObject all = JsonText.read(earlier);
            all.members().keySet().forEach(key -> all.object(key)
                    .ifPresent(one -> kept.put(Integer.valueOf(key), one)));
        }
        return new SavedShape(schemaVersion == null ? 1 : schemaVersion, kept);
    }

    private static JsonObject earlier(Map<Integer, JsonObject> kept) {
        JsonObject all = JsonObject.empty();
        for (Map.Entry<Integer, JsonObject> one : kept.entrySet()) {
            all = all.with(one.getKey().toString(), (Object) one.getValue());
        }
        return all;
    }
}

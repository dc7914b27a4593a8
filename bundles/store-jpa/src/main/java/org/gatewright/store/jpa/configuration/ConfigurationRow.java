package org.gatewright.store.jpa.configuration;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
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

    void fill(ConfigurationObject object) {
        id = object.id();
        pk = object.pk();
        model = object.model().name();
        type = object.type();
        name = object.name();
        uniqueName = name.isEmpty() ? null : name;
        fields = JsonText.write(object.fields());
        version = object.version();
    }

    ConfigurationObject object() {
        return new ConfigurationObject(id, pk, Model.valueOf(model), type, name, JsonText.read(fields), version);
    }
}

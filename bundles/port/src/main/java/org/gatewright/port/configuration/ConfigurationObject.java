package org.gatewright.port.configuration;

import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * One object that an administrator has set.
 *
 * @param pk a number, unique within the model
 * @param type the type it is an instance of; empty for the kernel's own models
 * @param name the unique name or slug; empty where the model has none
 * @param fields all fields as JSON, secrets sealed or hashed
 * @param version grows with each change
 * @param shape of the fields
 */
public record ConfigurationObject(
        UUID id, long pk, Model model, String type, String name, JsonObject fields, long version, SavedShape shape) {

    /** An object in the first shape. */
    public ConfigurationObject(
            UUID id, long pk, Model model, String type, String name, JsonObject fields, long version) {
        this(id, pk, model, type, name, fields, version, SavedShape.FIRST);
    }
}

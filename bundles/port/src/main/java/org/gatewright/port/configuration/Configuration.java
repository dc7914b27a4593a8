package org.gatewright.port.configuration;

import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The configuration: reads are of the snapshot, changes are checked, stored with an audit event in one transaction, and make a new snapshot. Who may call what is
 * checked before by {@link org.gatewright.port.directory.AccessControl}.
 */
@ProviderType
public interface Configuration {

    /** Returns the snapshot of now. A request takes one and keeps it. */
    ConfigurationSnapshot snapshot();

    /**
     * A created object with what was generated for it, shown this once.
     *
     * @param generated secrets by field
     */
    record Created(ConfigurationObject object, JsonObject generated) {}

    /**
     * Creates an object.
     *
     * @param type the installed type, for models of a kind; else empty
     * @throws org.gatewright.port.error.InvalidFieldsException naming each wrong field
     */
    Created create(Actor actor, Model model, String type, JsonObject fields);

    /**
     * Changes an object. Fields that are absent keep their values if {@code partial}, else they get their defaults; secrets that are absent always stay.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException naming each wrong field
     * @throws org.gatewright.spi.error.GatewrightException with {@code CONFLICT} if somebody else was faster
     */
    ConfigurationObject update(Actor actor, UUID id, JsonObject fields, boolean partial);

    /**
     * Deletes an object; works for instances of absent types too. A flow goes with its bindings.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code IN_USE} naming what refers to it
     */
    void delete(Actor actor, UUID id);

    /** Returns the fields as the API shows them: secrets masked, hashes left out, defaults filled in; as stored if the type is not installed. */
    JsonObject shown(ConfigurationObject object);

    /**
     * Returns the JSON Schema (2020-12) of the fields of objects of the model and type.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code TYPE_UNAVAILABLE} if the type is not installed
     */
    JsonObject schema(Model model, String type);

    /**
     * Applies a blueprint: YAML of version 1 in authentik's shape. All of it in one transaction, or nothing.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException naming each wrong entry
     */
    void applyBlueprint(Actor actor, String yaml);

    /**
     * Returns all of the configuration as a blueprint, instances of absent types too. Secrets are not in it; groups, users and keys are named, and a group that is not
     * there when it is applied is made without members.
     */
    String exportBlueprint();
}

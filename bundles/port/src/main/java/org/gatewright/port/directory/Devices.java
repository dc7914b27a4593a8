package org.gatewright.port.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the second factors of users, whatever their methods are. They are erased with the user. Who may call what is checked before, by {@link AccessControl} or
 * because the device is the caller's own.
 */
@ProviderType
public interface Devices {

    /** The part of the server to which they belong, among the plug-ins that keep documents. */
    String OWNER = "org.gatewright.kernel.directory";

    /** As many devices a user may have. */
    int MOST = 20;

    /**
     * A device that is to be kept.
     *
     * @param method the instance of the method
     * @param content what the method keeps of it, which is encrypted
     */
    record NewDevice(UUID user, String type, UUID method, String name, JsonObject content) {}

    /** Lists the devices of the user, the one that was used last first. */
    List<UserDevice> of(UUID user);

    /** Finds a device. */
    Optional<UserDevice> find(UUID device);

    /** Returns what the method keeps of the device; empty if it was encrypted with another key or for another device. */
    Optional<JsonObject> content(UserDevice device);

    /**
     * Keeps a device. Joins the surrounding transaction.
     *
     * @param id names it, and is new
     * @return false if the user has as many as one may have, or is gone
     */
    boolean add(UUID id, NewDevice device, Instant now);

    /** Replaces the content as long as the device is stored as it was read: of many that try at once one gets true. Joins the surrounding transaction. */
    boolean used(UserDevice read, JsonObject content, Instant now);

    /**
     * Gives the device another name.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code CONFLICT} if it has been changed or deleted meanwhile, {@code DENIED} if the owner holds
     *     more than the actor
     */
    UserDevice rename(Actor actor, UserDevice device, String name);

    /** Deletes the device, and records that; as {@link #rename}. */
    void delete(Actor actor, UserDevice device);
}

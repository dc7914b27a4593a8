package org.gatewright.port.directory;

import org.osgi.annotation.versioning.ProviderType;

/** Decides what an actor may do: superusers and the system everything, other users what their roles say, visitors nothing. */
@ProviderType
public interface AccessControl {

    /** Tells whether the actor has the permission. */
    boolean allows(Actor actor, Permission permission);

    /**
     * Does nothing if the actor has the permission.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@code DENIED} otherwise
     */
    void require(Actor actor, Permission permission);
}

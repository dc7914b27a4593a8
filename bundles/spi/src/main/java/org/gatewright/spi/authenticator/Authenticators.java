package org.gatewright.spi.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The devices of the flow's user, and the methods that are installed, for one visit of a stage. The only way for a stage to a method, and it takes no user: the
 * devices of somebody else are not there.
 *
 * <p>What a method decides is carried out with what the stage decides; a stage need not, and cannot, do so itself. States are opaque and encrypted.
 *
 * @since 1.0
 */
@ProviderType
public interface Authenticators {

    /** Lists the devices of the flow's user, the one that was used last first; those whose method is not installed too. None without a user. */
    List<OwnDevice> devices();

    /**
     * Asks the method of the device what the visitor must answer.
     *
     * @param state what was kept for this device; empty at first
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if the method is not installed, DENIED if it is no device of the flow's user
     */
    Prompt challenge(UUID device, JsonObject state);

    /**
     * Lets the method of the device check the answers. Once a visit.
     *
     * @param state what was kept for this device
     * @throws org.gatewright.spi.error.GatewrightException as {@link #challenge}
     */
    Attempt prove(UUID device, JsonObject answers, JsonObject state);

    /**
     * Adds a device for the flow's user, or goes on with it.
     *
     * @param method id of an instance of a method
     * @param answers empty when the page is only shown
     * @param state what was kept; empty at first
     * @throws org.gatewright.spi.error.GatewrightException of kind UNAVAILABLE if there is no such instance or its type is not installed, DENIED without a user
     */
    Addition add(UUID method, Optional<JsonObject> answers, JsonObject state);
}

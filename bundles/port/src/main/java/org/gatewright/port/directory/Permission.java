package org.gatewright.port.directory;

import java.util.Optional;
import java.util.UUID;

/**
 * A right to do something to objects of one model.
 *
 * @param action {@code view}, {@code add}, {@code change}, {@code delete} or an action of the model such as {@code reset_password}
 * @param model such as {@code user}, {@code application}, {@code stage}
 * @param object the only object, or empty for all
 */
public record Permission(String action, String model, Optional<UUID> object) {

    /** A permission for all objects of a model. */
    public static Permission of(String action, String model) {
        return new Permission(action, model, Optional.empty());
    }

    /** Tells whether this permission covers the other one. */
    public boolean covers(Permission other) {
        return action.equals(other.action)
                && model.equals(other.model)
                && (object.isEmpty() || object.equals(other.object));
    }
}

package org.gatewright.kernel.configuration.binding;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatewright.spi.data.JsonObject;

/** What a component of a settings record may hold: its JSON as given, as stored and as shown, and its Java value. */
interface ValueType {

    /**
     * Checks a given value and returns what is stored; empty after a problem was noted.
     *
     * @param previous what is stored now, from which masked and absent secrets are taken
     */
    Optional<Object> store(Object given, Optional<Object> previous, Check check);

    /** Returns the Java value of a stored one; empty after a problem was noted. */
    Optional<Object> bind(Object stored, Check check);

    /** Returns what the API shows of a stored value; empty for what is never shown. */
    default Optional<Object> show(Object stored) {
        return Optional.of(stored);
    }

    /** Returns its JSON Schema. */
    JsonObject schema();

    /** Names the references to other objects in a stored value. */
    default void references(Object stored, String path, Consumer<Reference> found) {}

    /** Tells whether it is a secret, which stays when it is absent. */
    default boolean isSecret() {
        return false;
    }
}

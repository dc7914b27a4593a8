package org.gatewright.spi.mapping;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the names of a {@link Vocabulary} stand for during one evaluation. Values are those that {@link Expression#evaluate} may return; a structure is a map with all
 * its members. No value is null.
 *
 * @since 1.0
 */
@ConsumerType
public interface Bindings {

    /** Returns the value of a variable of the vocabulary. Called only if the value is needed. */
    Object variable(String name);

    /**
     * Calls a function of the vocabulary.
     *
     * @param arguments of the declared number; for a member function the first is its receiver
     * @throws org.gatewright.spi.error.GatewrightException if it has no result; the evaluation ends with it
     */
    Object call(String function, List<Object> arguments);
}

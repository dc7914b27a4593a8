package org.gatewright.port.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is known of the flow or call that a plug-in is needed for, while a new version of it is called for a part of all only. It is asked only for what such a part is
 * about, so an answer may take its time.
 */
@ConsumerType
public interface Occasion {

    /** Nothing is known: only chance can decide. */
    Occasion UNKNOWN = new Occasion() {};

    /** Returns the run of a flow; all its calls are decided alike. */
    default Optional<UUID> flow() {
        return Optional.empty();
    }

    /** Returns the slug of the application that is to be opened. */
    default Optional<String> application() {
        return Optional.empty();
    }

    /** Returns the domain of the brand. */
    default Optional<String> brand() {
        return Optional.empty();
    }

    /** Returns the name of the user who is signed in. */
    default Optional<String> user() {
        return Optional.empty();
    }

    /** Returns the names of the groups of that user. */
    default Collection<String> groups() {
        return List.of();
    }
}

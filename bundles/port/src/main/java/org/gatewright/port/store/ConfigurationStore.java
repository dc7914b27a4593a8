package org.gatewright.port.store;

import java.util.List;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps configuration objects, with one revision over all of them. */
@ProviderType
public interface ConfigurationStore {

    /** Everything at one moment. */
    record Content(long revision, List<ConfigurationObject> objects) {
        /** Copies the objects. */
        public Content {
            objects = List.copyOf(objects);
        }
    }

    /** Loads everything. */
    Content load();

    /** Returns the revision. */
    long revision();

    /** Raises the revision by one if it is the expected one; false if somebody else was faster. Called first in each changing transaction; it holds until the end. */
    boolean advance(long expectedRevision);

    /** Returns a number for a new object of the model; never given out twice. */
    long nextPk(Model model);

    /** Adds the object. Throws {@link UniqueException} with {@code name} if the model has one of that name (names that are empty do not count). */
    void add(ConfigurationObject object);

    /** Replaces the object with the same id. Throws {@link UniqueException} like {@link #add}. */
    void replace(ConfigurationObject object);

    /** Deletes the object. */
    void delete(UUID id);
}

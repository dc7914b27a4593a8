package org.gatewright.port.plugins;

import java.util.List;
import org.gatewright.port.directory.Actor;
import org.gatewright.spi.store.DocumentReader;
import org.gatewright.spi.store.Documents;
import org.osgi.annotation.versioning.ProviderType;

/** Hands plug-ins their documents, and shows the administrator how many they have. */
@ProviderType
public interface PluginDocuments {

    /** How many documents a collection of a plug-in has. */
    record Count(String plugin, String collection, long documents) {}

    /** Returns the documents of one plug-in, for one that may only read. */
    DocumentReader reader(String plugin);

    /**
     * Returns the documents of one plug-in. They are given to this plug-in alone.
     *
     * @param plugin the id of the one that is called: {@link Lease#plugin()}
     */
    Documents of(String plugin);

    /** Counts the documents of all plug-ins, of those that are gone as well; ordered by plug-in and collection. */
    List<Count> counts();

    /** Deletes all documents of the plug-in, whether it is there or not, and records that; returns how many. */
    int erase(Actor actor, String plugin);
}

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

    /**
     * Returns the documents of one plug-in, for one that may only read. Each use is refused if it does not declare {@link Permission#DOCUMENTS}.
     *
     * @param plugin what the one that is called declares: {@link Lease#permissions()}
     */
    DocumentReader reader(DeclaredPermissions plugin);

    /**
     * Returns the documents of one plug-in. They are given to this plug-in alone. Each use is refused if it does not declare {@link Permission#DOCUMENTS}.
     *
     * @param plugin what the one that is called declares: {@link Lease#permissions()}
     */
    Documents of(DeclaredPermissions plugin);

    /**
     * Returns the documents of one plug-in, to do for it what it was let ask for.
     *
     * @param plugin the id of the one that asked: {@link Lease#plugin()}
     */
    Documents of(String plugin);

    /** Counts the documents of all plug-ins, of those that are gone as well, but not those of the server itself; ordered by plug-in and collection. */
    List<Count> counts();

    /** Deletes all documents of the plug-in, whether it is there or not, and records that; returns how many. */
    int erase(Actor actor, String plugin);
}

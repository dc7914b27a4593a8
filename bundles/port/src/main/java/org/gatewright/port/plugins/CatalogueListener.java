package org.gatewright.port.plugins;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that is told when the catalogue has changed. Called on one thread, after the change; must return soon. */
@ConsumerType
public interface CatalogueListener {

    /** The catalogue has changed to this. */
    void catalogueChanged(CatalogueSnapshot snapshot);
}

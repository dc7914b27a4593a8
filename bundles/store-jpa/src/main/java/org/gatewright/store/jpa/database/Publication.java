package org.gatewright.store.jpa.database;

import org.gatewright.store.jpa.transaction.Jpa;

/** Makes the stores available. */
interface Publication {

    /** Publishes them; what is returned takes them back. */
    Runnable publish(Jpa jpa);
}

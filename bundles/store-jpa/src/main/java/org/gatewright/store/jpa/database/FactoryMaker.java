package org.gatewright.store.jpa.database;

import java.util.Map;
import javax.persistence.EntityManagerFactory;

/** Makes the EntityManagerFactory of our persistence unit. */
interface FactoryMaker {

    /** Makes it with these properties, among them the data source. */
    EntityManagerFactory make(Map<String, Object> properties);
}

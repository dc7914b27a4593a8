package org.gatewright.testkit.port;

import org.gatewright.testkit.port.conformance.StoreConformance;
import org.gatewright.testkit.port.conformance.Stores;

/** The stores in memory promise what those on a database do. */
class InMemoryConformanceTest extends StoreConformance {

    private final InMemoryDatabase database = new InMemoryDatabase();

    @Override
    protected Stores stores() {
        return new Stores(
                database.transactions(),
                database.users(),
                database.groups(),
                database.directorySearch(),
                database.tokens(),
                database.configuration(),
                database.flowStates(),
                database.sessions(),
                database.grants(),
                database.consents(),
                database.singleUse(),
                database.keys(),
                database.events(),
                database.plugins(),
                database.documents());
    }
}

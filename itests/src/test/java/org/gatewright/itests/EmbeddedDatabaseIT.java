package org.gatewright.itests;

import org.gatewright.itests.support.Distribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The embedded database. */
class EmbeddedDatabaseIT extends DatabaseProof {

    private static Distribution server;

    EmbeddedDatabaseIT() {
        super("embedded");
    }

    @BeforeAll
    static void start() {
        server = Distribution.unpack();
        server.withAdministrator().withCheapHashing().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Distribution server() {
        return server;
    }
}

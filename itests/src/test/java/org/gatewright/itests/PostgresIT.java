package org.gatewright.itests;

import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real PostgreSQL server. */
class PostgresIT extends DatabaseProof {

    private static Postgres postgres;
    private static Distribution server;

    PostgresIT() {
        super("postgresql");
    }

    @BeforeAll
    static void start() {
        int port = Ports.free();
        postgres = Postgres.start(port);
        server = Distribution.unpack();
        Postgres.use(server, port).withAdministrator().withCheapHashing().start();
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Override
    Distribution server() {
        return server;
    }
}

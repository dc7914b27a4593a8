package org.gatewright.store.jpa.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.conformance.StoreConformance;
import org.gatewright.testkit.port.conformance.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stores on PostgreSQL. */
class PostgresConformanceTest extends StoreConformance {

    private static EmbeddedPostgres server;
    private static OpenDatabase database;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.start();
        database = OpenDatabase.with(settings(server));
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        server.close();
    }

    static FakeSettings settings(EmbeddedPostgres server) {
        return new FakeSettings()
                .with("postgresql", "host", "127.0.0.1")
                .with("postgresql", "port", Integer.toString(server.getPort()))
                .with("postgresql", "name", "postgres")
                .with("postgresql", "user", "postgres");
    }

    @Override
    protected Stores stores() {
        return database.stores;
    }
}

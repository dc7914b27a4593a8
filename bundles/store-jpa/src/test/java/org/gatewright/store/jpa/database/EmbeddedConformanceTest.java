package org.gatewright.store.jpa.database;

import java.nio.file.Path;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.conformance.StoreConformance;
import org.gatewright.testkit.port.conformance.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The stores on the embedded database. */
class EmbeddedConformanceTest extends StoreConformance {

    @TempDir
    private static Path data;

    private static OpenDatabase database;

    @BeforeAll
    static void open() {
        database = OpenDatabase.with(new FakeSettings().withData(data));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected Stores stores() {
        return database.stores;
    }
}

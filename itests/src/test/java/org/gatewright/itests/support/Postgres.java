package org.gatewright.itests.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real PostgreSQL server of the test's own. */
public final class Postgres implements AutoCloseable {

    private static final String NAME = "postgres";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one on a port. */
    public static Postgres start(int port) {
        try {
            return new Postgres(EmbeddedPostgres.builder().setPort(port).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a distribution use the server on this port. */
    public static Distribution use(Distribution distribution, int port) {
        return distribution
                .with("GATEWRIGHT_POSTGRESQL__HOST", "127.0.0.1")
                .with("GATEWRIGHT_POSTGRESQL__PORT", String.valueOf(port))
                .with("GATEWRIGHT_POSTGRESQL__NAME", NAME)
                .with("GATEWRIGHT_POSTGRESQL__USER", NAME)
                .with("GATEWRIGHT_POSTGRESQL__PASSWORD", NAME);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

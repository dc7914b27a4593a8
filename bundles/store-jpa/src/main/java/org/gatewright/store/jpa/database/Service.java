package org.gatewright.store.jpa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.store.jpa.transaction.Failures;
import org.gatewright.store.jpa.transaction.Jpa;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database: the pool, the factory over it, the published stores; and the watch over it. */
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final String READS = "SELECT 1 FROM installation WHERE id = 1";
    private static final String WRITES = "UPDATE installation SET schema_digest = schema_digest WHERE id = 1";

    private final Target target;
    private final DatabaseHealth health;
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;
    private final Runnable unpublish;

    private Service(
            Target target,
            DatabaseHealth health,
            HikariDataSource pool,
            EntityManagerFactory factory,
            Publication publication) {
        this.target = target;
        this.health = health;
        this.pool = pool;
        this.factory = factory;
        this.unpublish = publication.publish(new Jpa(factory, target::durability, this::lost));
        health.ready(target.description());
    }

    /** Opens the pool and the factory, and publishes the stores. */
    static Service open(
            Target target, DatabaseHealth health, PoolLimits limits, FactoryMaker maker, Publication publication) {
        HikariDataSource pool = Pool.over(target, limits);
        try {
            EntityManagerFactory factory = maker.make(Map.of(
                    "javax.persistence.nonJtaDataSource", pool, "eclipselink.target-database", target.platform()));
            factory.createEntityManager().close(); // deploys the persistence unit now, not in the first request
            return new Service(target, health, pool, factory, publication);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Looks after the database once. While it does not work a write is tried: a full disk lets one read. */
    void watch() {
        boolean ready = health.check().ready();
        try {
            if (!ready) {
                target.revive();
            }
            use(ready ? READS : WRITES);
            target.maintain();
            if (!ready) {
                LOG.info("The database answers again: {}", target.description());
                health.ready(target.description());
            }
        } catch (SQLException e) {
            lost(e);
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private void use(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void close() {
        unpublish.run();
        factory.close();
        pool.close();
        target.close();
    }

    private void lost(GatewrightException failure) {
        Failures.sql(failure).ifPresent(this::lost);
    }

    private void lost(SQLException failure) {
        target.lost(failure);
        String sentence = Sentences.unreachable(target, failure);
        if (health.check().ready()) {
            pool.getHikariPoolMXBean().softEvictConnections(); // the others are as dead as the one that failed
        }
        if (health.notReady(sentence)) { // the first failure to be told of need not be the one that says why
            LOG.warn("{}", sentence);
        }
    }
}

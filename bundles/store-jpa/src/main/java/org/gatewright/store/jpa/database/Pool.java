package org.gatewright.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;

/** Makes the pool of connections. */
final class Pool {

    private Pool() {}

    static HikariDataSource over(Target target, PoolLimits limits) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("gatewright");
        config.setDataSource(target.dataSource());
        config.setMaximumPoolSize(limits.connections());
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(limits.patience()));
        config.setValidationTimeout(TimeUnit.SECONDS.toMillis(Math.min(3, limits.patience())));
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(30));
        config.setInitializationFailTimeout(-1); // losing the database is met later, not here
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }
}

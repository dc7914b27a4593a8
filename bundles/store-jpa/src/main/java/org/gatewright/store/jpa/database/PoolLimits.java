package org.gatewright.store.jpa.database;

/**
 * Limits of the pool.
 *
 * @param connections the largest number of connections
 * @param patience seconds that a request waits for one
 */
record PoolLimits(int connections, int patience) {

    static PoolLimits of(StoreOptions options) {
        return new PoolLimits(options.pool_size(), options.pool_timeout());
    }
}

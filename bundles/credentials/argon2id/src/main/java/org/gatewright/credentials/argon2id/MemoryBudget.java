package org.gatewright.credentials.argon2id;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;

/** Lets only so many hashes be computed at once that their memory stays within limits, however many people sign in. */
final class MemoryBudget {

    /** What can go wrong. */
    enum Failure implements ErrorCode {
        /** Too many passwords are being hashed. */
        BUSY;

        @Override
        public String code() {
            return "credentials.argon2id/busy";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAVAILABLE;
        }
    }

    private final int kib;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param kib how much memory hashes may take together
     * @param patience how long a hash waits for its share
     */
    MemoryBudget(int kib, Duration patience) {
        this.kib = kib;
        this.patience = patience;
        free = new Semaphore(kib, true);
    }

    /**
     * Computes something that takes this much memory; what takes more than the whole budget is computed alone.
     *
     * @throws GatewrightException of kind UNAVAILABLE if the memory was not free in time
     */
    <T> T spend(int memoryKib, Supplier<T> work) {
        int share = Math.min(memoryKib, kib);
        acquire(share);
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }

    private void acquire(int share) {
        try {
            if (!free.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static GatewrightException busy() {
        return new GatewrightException(
                Failure.BUSY, "Too many people are signing in at this moment. Try again in a few seconds.");
    }
}

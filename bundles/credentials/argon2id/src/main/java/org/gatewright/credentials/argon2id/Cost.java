package org.gatewright.credentials.argon2id;

/**
 * What one hash costs (RFC 9106 section 3.1).
 *
 * @param memoryKib memory in KiB, at least eight for each lane
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
record Cost(int memoryKib, int iterations, int parallelism) {

    /** A stored hash may not take more memory than this, whoever made it. */
    static final int MAX_MEMORY_KIB = 1 << 20;

    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_PARALLELISM = 64;

    /** @throws IllegalArgumentException that names the value that is out of range */
    Cost {
        check("parallelism", parallelism, 1, MAX_PARALLELISM);
        check("iterations", iterations, 1, MAX_ITERATIONS);
        check("memory_kib", memoryKib, 8 * parallelism, MAX_MEMORY_KIB);
    }

    /** Tells whether this is less work than the other, in memory or in passes. */
    boolean isWeakerThan(Cost other) {
        return memoryKib < other.memoryKib || iterations < other.iterations;
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "argon2id: " + name + " is " + value + " and must be from " + min + " to " + max);
        }
    }
}

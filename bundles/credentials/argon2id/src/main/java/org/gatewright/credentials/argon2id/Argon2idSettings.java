package org.gatewright.credentials.argon2id;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What one hash costs. Two underscores stand for one in the name of a setting. */
@ObjectClassDefinition(
        name = "Argon2id",
        description = "What hashing a password costs. Hashes that cost less are replaced when their user signs in.")
public @interface Argon2idSettings {

    /** Returns the memory of one hash. */
    @AttributeDefinition(name = "Memory in KiB", min = "8", max = "1048576")
    int memory__kib() default 19456;

    /** Returns the passes over the memory. */
    @AttributeDefinition(name = "Iterations", min = "1", max = "100")
    int iterations() default 2;

    /** Returns the lanes. */
    @AttributeDefinition(name = "Parallelism", min = "1", max = "64")
    int parallelism() default 1;
}

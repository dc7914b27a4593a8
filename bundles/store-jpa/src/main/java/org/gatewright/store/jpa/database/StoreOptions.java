package org.gatewright.store.jpa.database;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the database is used. */
@ObjectClassDefinition(name = "Database", description = "How the database is used; which one is set in gatewright.cfg")
@interface StoreOptions {

    /** Returns the largest number of connections. */
    @AttributeDefinition(
            name = "Connections",
            description = "The largest number of connections",
            min = "1",
            max = "1000")
    int pool_size() default 10;

    /** Returns how many seconds a request waits for a connection. */
    @AttributeDefinition(
            name = "Timeout",
            description = "Seconds that a request waits for a connection",
            min = "1",
            max = "60")
    int pool_timeout() default 5;
}

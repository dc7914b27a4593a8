package org.gatewright.store.jpa.transaction;

import java.sql.SQLException;

/** Makes what was committed last. */
@FunctionalInterface
public interface Durability {

    /** For databases whose commit is enough. */
    Durability BY_COMMIT = () -> {};

    /** Returns when all that this thread has committed since it got this survives the death of the process. */
    void ensure() throws SQLException;
}

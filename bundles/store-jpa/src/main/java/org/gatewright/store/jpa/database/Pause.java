package org.gatewright.store.jpa.database;

import java.time.Duration;

/** Waits between two tries. */
interface Pause {

    /** Returns after the time, or at once, with false, if there shall be no other try. */
    boolean pause(Duration time) throws InterruptedException;
}

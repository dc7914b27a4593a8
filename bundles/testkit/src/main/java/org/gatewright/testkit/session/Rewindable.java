package org.gatewright.testkit.session;

/**
 * A fake that can go back to an earlier state, as a store does when a transaction is rolled back.
 *
 * @since 1.0
 */
public interface Rewindable {

    /** Returns what brings the state of now back. */
    Runnable rewind();
}

package org.gatewright.kernel.flow;

/** What the server itself does for a step, in the transaction of the turn, before the effects of the step. */
@FunctionalInterface
interface Deed {

    /** Does it; throws {@link Rollback} if it cannot be done, so that nothing of the turn happens. */
    void perform(Turn turn);
}

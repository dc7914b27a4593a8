package org.gatewright.kernel.flow;

/**
 * How a flow is run.
 *
 * @param interactive whether the visitor may be asked
 * @param depth how many flows led to it, one after the other
 */
record Ride(boolean interactive, int depth) {

    /** More flows than this one after the other are a circle. */
    static final int DEEPEST = 5;

    /** The visitor is on the flow page. */
    static Ride onPage() {
        return new Ride(true, 0);
    }

    Ride deeper() {
        return new Ride(interactive, depth + 1);
    }
}

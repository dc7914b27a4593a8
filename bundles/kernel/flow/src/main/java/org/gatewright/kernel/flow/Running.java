package org.gatewright.kernel.flow;

/**
 * A flow as it was found, with where its truth is.
 *
 * @param version of the row, 0 without one
 */
record Running(Execution execution, long version, Place place) {

    /** Where the truth about a flow is. */
    enum Place {
        /** Nowhere but here: nobody outside has a handle of it. */
        FRESH,
        /** In a sealed first state that the browser has; there is no row. */
        SEALED,
        /** In the store. */
        ROW
    }

    static Running fresh(Execution execution) {
        return new Running(execution, 0, Place.FRESH);
    }

    Running with(Execution changed) {
        return new Running(changed, version, place);
    }
}

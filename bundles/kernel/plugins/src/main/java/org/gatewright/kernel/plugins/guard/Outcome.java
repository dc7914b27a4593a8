package org.gatewright.kernel.plugins.guard;

/** How a call of a plug-in came out. */
public enum Outcome {
    /** It returned, or said no in an orderly way. */
    OK,
    /** It failed. */
    ERROR,
    /** It took too long. */
    TIMEOUT,
    /** It was not made. */
    REFUSED
}

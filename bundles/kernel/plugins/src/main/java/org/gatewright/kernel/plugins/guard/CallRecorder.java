package org.gatewright.kernel.plugins.guard;

/** Is told of every call of one type. */
@FunctionalInterface
public interface CallRecorder {

    /** A call has come out. */
    void record(Outcome outcome, long nanoseconds);
}

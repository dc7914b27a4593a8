package org.gatewright.kernel.plugins.guard;

/** Decides what becomes of a version that is past its budget. A service; calls of the version are refused until it is told and has decided. */
public interface TripListener {

    /** A type of the version has failed too often, or was too slow too often. Returns soon. */
    void tripped(String plugin, String version, String reason);
}

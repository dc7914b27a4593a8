package org.gatewright.port.outpost;

import java.util.List;
import org.gatewright.spi.outpost.Endpoint;
import org.osgi.annotation.versioning.ProviderType;

/** Calls outposts, each message under a lease. */
@ProviderType
public interface OutpostDispatcher {

    /**
     * A port that an active outpost wants.
     *
     * @param type of the outpost
     */
    record Wanted(String type, Endpoint endpoint) {}

    /** Returns what the active outposts want. */
    List<Wanted> wanted();

    /** Begins to talk with somebody who has connected. */
    Conversation begin(String type, Peer peer);
}

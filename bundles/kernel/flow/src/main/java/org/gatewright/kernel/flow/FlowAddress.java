package org.gatewright.kernel.flow;

import java.net.URI;

/** Addresses of the flow page. */
final class FlowAddress {

    private FlowAddress() {}

    /** The page that goes on with the flow. Slug and ticket need no escapes. */
    static URI page(Origin origin, String ticket) {
        return URI.create("/if/flow/" + origin.slug() + "/?" + FlowStates.STATE + "=" + ticket);
    }
}

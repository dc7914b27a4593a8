package org.gatewright.port.protocol;

import java.util.List;
import java.util.Set;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.spi.http.Response;

/** What became of a request to an address of a protocol. */
public sealed interface Dispatch {

    /** No active protocol has such an address; the reason is a sentence if one had it and is not available. */
    record NoRoute(boolean unavailable, String reason) implements Dispatch {}

    /** The address knows other methods. */
    record MethodNotAllowed(Set<String> allowed, boolean crossOrigin) implements Dispatch {}

    /** The protocol's answer. */
    record Answered(Response response, List<CookieChange> cookies, boolean crossOrigin) implements Dispatch {}
}

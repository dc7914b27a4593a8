package org.gatewright.spi.protocol;

import java.net.URI;
import org.gatewright.spi.http.Response;

/**
 * What became of a {@link FlowRequest}.
 *
 * @since 1.0
 */
public sealed interface FlowStart {

    /** The visitor goes on at this page. */
    record Page(URI uri) implements FlowStart {}

    /** Nothing had to be asked: the flow has run, the protocol was resumed, and this answers the request. */
    record Finished(Response response) implements FlowStart {}

    /** The visitor would have to be asked something, and may not be. */
    record InteractionRequired() implements FlowStart {}

    /** The policies refuse. */
    record Refused(Access access) implements FlowStart {}
}

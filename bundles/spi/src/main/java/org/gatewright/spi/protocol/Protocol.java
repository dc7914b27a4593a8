package org.gatewright.spi.protocol;

import java.util.List;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers the requests of one protocol. Stateless and safe for use by several threads. The kernel owns the addresses, dispatches under a lease, and runs flows; the
 * protocol never sees a cookie.
 *
 * @since 1.0
 */
@ConsumerType
public interface Protocol {

    /** Returns the addresses. Asked once, when the plug-in becomes active. */
    List<Route> routes();

    /** Answers a request to one of the routes. Not in a transaction: see {@link ProtocolContext#inTransaction}. */
    Response handle(Request request, ProtocolContext context);

    /**
     * Says where the browser goes when a flow ends that this protocol began. Runs in the transaction that ends the flow.
     *
     * @param continuation what was given when the flow began
     */
    Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context);
}

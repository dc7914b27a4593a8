package org.gatewright.protocols.saml.endpoint;

import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.ProtocolContext;

/** Goes on when a flow has ended. */
@FunctionalInterface
public interface FlowStep {

    /** Says where the browser goes now. */
    Ending resume(JsonObject data, FlowOutcome outcome, ProtocolContext context);
}

package org.gatewright.port.flow;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ProviderType;

/** Plans flows and advances them, one transaction a step. Safe for use by several threads and several nodes: compare-and-swap decides between double submits. */
@ProviderType
public interface FlowEngine {

    /** Shows the current challenge; plans the flow if it has not begun in this browser. */
    FlowReply show(FlowVisit visit);

    /** Answers the current challenge and returns the next one. */
    FlowReply answer(FlowVisit visit, JsonObject answers);

    /** Returns the JSON Schema of challenges. What stages show besides are further members. */
    JsonObject challengeSchema();

    /** Forgets all flows of this browser. */
    List<CookieChange> cancel(FlowVisit visit);
}

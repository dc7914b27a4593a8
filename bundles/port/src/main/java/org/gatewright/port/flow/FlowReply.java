package org.gatewright.port.flow;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/**
 * What the executor answers.
 *
 * @param status 200, or 404 for a flow that does not exist, 503 for a step that is not available
 * @param challenge the challenge as the client sees it
 */
public record FlowReply(int status, JsonObject challenge, List<CookieChange> cookies) {

    /** Copies the cookies. */
    public FlowReply {
        cookies = List.copyOf(cookies);
    }
}

package org.gatewright.port.policy;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/**
 * The decision over one target.
 *
 * @param messages sentences for the user, if refused
 * @param explanation the tree of votes, for the administrator: {@code passes}, {@code mode}, {@code votes} with binding, subject, version of the policy, outcome,
 *     milliseconds
 */
public record Decision(boolean passes, List<String> messages, JsonObject explanation) {

    /** Copies the messages. */
    public Decision {
        messages = List.copyOf(messages);
    }
}

package org.gatewright.kernel.policy;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/**
 * What one voter said.
 *
 * @param messages sentences for the user
 * @param explanation for the administrator
 */
record Vote(boolean passes, List<String> messages, JsonObject explanation) {

    Vote {
        messages = List.copyOf(messages);
    }
}

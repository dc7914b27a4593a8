package org.gatewright.spi.policy;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/**
 * What a {@link Policy} decided.
 *
 * @param passes whether it is allowed
 * @param messages sentences for the user that say why, may be empty
 * @param explanation what the decision was made from, for the administrator; nothing secret
 * @since 1.0
 */
public record Verdict(boolean passes, List<String> messages, JsonObject explanation) {

    /** Copies the messages. */
    public Verdict {
        messages = List.copyOf(messages);
    }

    /** Allows. */
    public static Verdict pass() {
        return new Verdict(true, List.of(), JsonObject.empty());
    }

    /** Refuses with a sentence for the user. */
    public static Verdict fail(String message) {
        return new Verdict(false, List.of(message), JsonObject.empty());
    }
}

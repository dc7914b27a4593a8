package org.gatewright.kernel.flow;

import java.net.URI;
import java.util.Optional;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.flow.FlowReply;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.protocol.Access;

/** Makes the executor's replies that are no step of a flow. */
final class Replies {

    static final int RETRY_AFTER = 3;
    private static final String DENIED = "ak-stage-access-denied";
    private static final String REDIRECT = "xak-flow-redirect";

    private Replies() {}

    static FlowReply asking(Turn turn, Outcome.Asking asking) {
        JsonObject challenge = ChallengeText.write(turn, asking.running().execution(), asking.challenge());
        return new FlowReply(200, challenge, turn.changes());
    }

    static FlowReply unavailable(Turn turn, Outcome.Unavailable missing) {
        JsonObject data = JsonObject.of("title", "This step is not available")
                .with("message", "The step " + missing.name() + " is not available at the moment. " + missing.detail())
                .with("type", missing.type())
                .with("retry_after", RETRY_AFTER);
        Origin origin = missing.running().execution().origin();
        return new FlowReply(
                503, ChallengeText.write(turn, origin, "xak-flow-stage-unavailable", data), turn.changes());
    }

    static FlowReply denied(Turn turn, Outcome.Denied denied) {
        JsonObject data = JsonObject.of("error_message", denied.message()).with("reference", denied.reference());
        return new FlowReply(200, ChallengeText.write(turn, denied.origin(), DENIED, data), turn.changes());
    }

    static FlowReply refused(Turn turn, FlowFields flow, Access access) {
        JsonObject data = JsonObject.of("error_message", String.join(" ", access.messages()))
                .with("reference", access.reference());
        return new FlowReply(200, ChallengeText.head(DENIED, Optional.of(flow)).merge(data), turn.changes());
    }

    static FlowReply leaving(Turn turn, Optional<FlowFields> flow, URI to) {
        JsonObject challenge = ChallengeText.head(REDIRECT, flow).with("to", to);
        return new FlowReply(200, challenge, turn.changes());
    }

    static FlowReply leaving(Turn turn, Outcome.Leaving leaving) {
        JsonObject data = JsonObject.of("to", leaving.to());
        return new FlowReply(200, ChallengeText.write(turn, leaving.origin(), REDIRECT, data), turn.changes());
    }

    static FlowReply posting(Turn turn, Outcome.Posting posting) {
        JsonObject data = JsonObject.of("url", posting.to())
                .with("attrs", JsonObject.of(posting.fields()))
                .with("title", "Signing you in");
        return new FlowReply(
                200, ChallengeText.write(turn, posting.origin(), "ak-stage-autosubmit", data), turn.changes());
    }

    /** The address is not good for this browser any more. */
    static FlowReply foreign(Turn turn, String reason) {
        JsonObject challenge = ChallengeText.write(DENIED, JsonObject.of("error_message", reason));
        return new FlowReply(400, challenge, turn.changes());
    }

    static FlowReply unknown(Turn turn, String slug) {
        JsonObject challenge = ChallengeText.write(
                "xak-flow-error", JsonObject.of("error", "There is no flow with the name " + slug + "."));
        return new FlowReply(404, challenge, turn.changes());
    }
}

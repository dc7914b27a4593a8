package org.gatewright.kernel.flow;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.events.Events;
import org.gatewright.port.policy.Decision;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records why policies refused, under a reference that the visitor can tell the administrator. */
@Component(service = Refusals.class)
public final class Refusals {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String WITHOUT_WORDS = "You are not allowed to do this.";

    private final Events events;

    /** Records in the audit log. */
    @Activate
    public Refusals(@Reference Events events) {
        this.events = events;
    }

    /** Records the refusal of what is named, such as {@code flow} or {@code application}. */
    Access refuse(Turn turn, String what, String name, Optional<User> user, Decision decision) {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes);
        JsonObject context = JsonObject.of(what, name)
                .with("reference", reference)
                .with("messages", decision.messages())
                .with("explanation", decision.explanation());
        events.record("policy_execution", user, turn.client().address(), context);
        List<String> messages = decision.messages().isEmpty() ? List.of(WITHOUT_WORDS) : decision.messages();
        return new Access(false, messages, Optional.of(reference));
    }

    /** Refuses for a reason that needs no explanation. */
    static Access plain(String sentence) {
        return new Access(false, List.of(sentence), Optional.empty());
    }
}

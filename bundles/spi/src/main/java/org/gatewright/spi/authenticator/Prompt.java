package org.gatewright.spi.authenticator;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.Field;

/**
 * What is asked for to prove that a user has a device.
 *
 * @param fields what the visitor answers
 * @param data what the page needs besides, such as the options of WebAuthn; nothing secret
 * @param state what the method keeps until the answers come; encrypted
 * @param effects what to do now, such as to send a message
 * @since 1.0
 */
public record Prompt(List<Field> fields, JsonObject data, JsonObject state, List<Effect> effects) {

    /** Copies the lists. */
    public Prompt {
        fields = List.copyOf(fields);
        effects = List.copyOf(effects);
    }

    /** Asks, and neither keeps nor does anything. */
    public Prompt(List<Field> fields) {
        this(fields, JsonObject.empty(), JsonObject.empty(), List.of());
    }
}

package org.gatewright.spi.authenticator;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.FieldError;

/**
 * What came of an attempt to prove that the flow's user has a device.
 *
 * @since 1.0
 */
public sealed interface Attempt {

    /**
     * The user has it.
     *
     * @param methods RFC 8176 method references for the fact {@code amr}
     */
    record Proved(List<String> methods) implements Attempt {
        /** Copies the methods. */
        public Proved {
            methods = List.copyOf(methods);
        }
    }

    /**
     * Nothing is proved, or there were too many attempts to look at one more.
     *
     * @param field the field that is wrong
     * @param error a sentence for the visitor
     * @param state to be kept for the next attempt with this device
     */
    record Failed(String field, FieldError error, JsonObject state) implements Attempt {}
}

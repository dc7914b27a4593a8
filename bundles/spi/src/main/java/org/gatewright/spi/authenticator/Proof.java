package org.gatewright.spi.authenticator;

import java.util.List;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.FieldError;

/**
 * What an {@link AuthenticatorMethod} says of answers.
 *
 * @since 1.0
 */
public sealed interface Proof {

    /**
     * The user has the device.
     *
     * <p>The content replaces that of the device by a compare-and-swap, which decides: of two answers that are accepted at the same moment one is undone with its
     * whole turn. So whatever may be used once only is marked as used here.
     *
     * @param device one of {@link ProofContext#devices}
     * @param content what {@link Device#content} is from now on
     * @param methods RFC 8176 method references, such as {@code otp}
     */
    record Accepted(UUID device, JsonObject content, List<String> methods) implements Proof {
        /** Copies the methods. */
        public Accepted {
            methods = List.copyOf(methods);
        }

        /** Keeps the content out of logs. */
        @Override
        public String toString() {
            return "Accepted[" + device + "]";
        }
    }

    /**
     * The answers prove nothing. It counts as a failed try.
     *
     * @param field the field that is wrong
     * @param error a sentence for the visitor
     * @param state what the method keeps until the next answers
     */
    record Refused(String field, FieldError error, JsonObject state) implements Proof {}
}

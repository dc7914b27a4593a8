package org.gatewright.spi.authenticator;

import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Challenge;

/**
 * What an {@link AuthenticatorMethod} decided while a device is added.
 *
 * @since 1.0
 */
public sealed interface Enrolment {

    /**
     * The visitor must answer the challenge first.
     *
     * @param state what the method keeps until the next visit; encrypted, so a secret may be in it
     * @param refused whether answers were given and refused
     */
    record Ask(Challenge challenge, JsonObject state, boolean refused) implements Enrolment {}

    /**
     * The device is added.
     *
     * @param name for people, such as the model of it
     * @param content what {@link Device#content} is from now on
     * @param methods RFC 8176 method references of what was proved on the way; none if nothing was
     * @param replaces whether the user's other devices of the same instance go, as old backup codes do
     */
    record Enrolled(String name, JsonObject content, List<String> methods, boolean replaces) implements Enrolment {
        /** Copies the methods. */
        public Enrolled {
            methods = List.copyOf(methods);
        }

        /** Added beside those that the user has. */
        public Enrolled(String name, JsonObject content, List<String> methods) {
            this(name, content, methods, false);
        }

        /** Keeps the content out of logs. */
        @Override
        public String toString() {
            return "Enrolled[" + name + "]";
        }
    }
}

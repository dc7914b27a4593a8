package org.gatewright.spi.outpost;

import org.gatewright.spi.directory.User;
import org.gatewright.spi.protocol.Access;

/**
 * What became of {@link OutpostContext#signIn}.
 *
 * @since 1.4
 */
public sealed interface SignIn {

    /** The flow has signed the user in, and the application is theirs to use. */
    record Done(User user) implements SignIn {}

    /** The flow did not come to its end: an answer was wrong or is missing, or a step refused. Which of them is not for the other side to know. */
    record Refused() implements SignIn {}

    /** The user has proved who they are, but may not use the application. */
    record Denied(Access access) implements SignIn {}
}

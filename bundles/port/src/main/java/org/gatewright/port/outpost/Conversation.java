package org.gatewright.port.outpost;

import java.util.OptionalInt;
import org.gatewright.spi.outpost.Farewell;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One connection as the outpost sees it: what it keeps, and who has signed in. For one thread at a time, but for {@link #isSignedIn}.
 *
 * <p>What throws {@link org.gatewright.spi.error.GatewrightException} could not be asked of the outpost, or has failed in it.
 */
@ProviderType
public interface Conversation extends AutoCloseable {

    /** Returns how many bytes at the beginning of a message tell how long it is. */
    int headLength();

    /** Returns how long the message is that begins with these bytes; empty if no message does. */
    OptionalInt messageLength(byte[] head);

    /** Answers one message. */
    void handle(byte[] message, Wire wire);

    /** Returns the last words; none if there are none, or nobody to say them. */
    byte[] farewell(Farewell reason);

    /** TLS has begun. */
    void encrypted();

    /** Tells whether somebody has signed in. */
    boolean isSignedIn();

    /** Ends the session that hangs off the connection. */
    @Override
    void close();
}

package org.gatewright.spi.outpost;

import java.util.List;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers the messages of one protocol that comes over TCP. Stateless and safe for use by several threads: what a connection has to remember comes in with the context
 * and is kept there. The messages of one connection come one after the other, each to the version that is active then. Its settings are those of the providers of the
 * type with the same name.
 *
 * <p>A version whose state has another shape says so with {@link org.gatewright.spi.plugin.PluginType#stateVersion}; connections with state of the other shape stay
 * with the version that kept it, as long as that is there.
 *
 * @since 1.4
 */
@ConsumerType
public interface Outpost {

    /** Returns what it listens on. Asked once, when the plug-in becomes active. */
    List<Endpoint> endpoints();

    /** Returns how many bytes at the beginning of a message tell how long it is. No message is shorter. */
    int headLength();

    /**
     * Returns how long the whole message is that begins with these bytes; empty if no message does.
     *
     * @param head as many bytes as {@link #headLength} says
     */
    OptionalInt messageLength(byte[] head);

    /** Answers one message. The bytes are what somebody sent who may not have signed in: anything. */
    void handle(byte[] message, OutpostContext context);

    /** Returns the bytes that tell the other side why the connection is closed; none if the protocol has no words for it. */
    byte[] farewell(Farewell reason);
}

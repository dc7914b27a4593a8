package org.gatewright.testkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.port.outpost.Wire;
import org.gatewright.spi.outpost.Farewell;

/**
 * A connection to an outpost, without the network.
 *
 * @since 1.4
 */
public final class Line implements AutoCloseable {

    private final Conversation conversation;
    private boolean closed;
    private boolean secured;

    Line(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Sends one message and returns what comes back. */
    public List<byte[]> say(byte[] message) {
        List<byte[]> answers = new ArrayList<>();
        conversation.handle(message, new Wire() {
            @Override
            public void send(byte[] bytes) {
                answers.add(bytes.clone());
            }

            @Override
            public void startTls() {
                secured = true;
                conversation.encrypted();
            }

            @Override
            public void close() {
                closed = true;
            }
        });
        return answers;
    }

    /** Returns how long the outpost takes the message to be that begins with these bytes. */
    public OptionalInt length(byte[] head) {
        return conversation.messageLength(head);
    }

    /** Returns how the outpost says good-bye. */
    public byte[] farewell(Farewell reason) {
        return conversation.farewell(reason);
    }

    /** Tells whether the outpost has closed the connection. */
    public boolean isClosed() {
        return closed;
    }

    /** Tells whether TLS has begun. */
    public boolean isSecured() {
        return secured;
    }

    /** Tells whether somebody has signed in. */
    public boolean isSignedIn() {
        return conversation.isSignedIn();
    }

    /** Hangs up. */
    @Override
    public void close() {
        conversation.close();
    }
}

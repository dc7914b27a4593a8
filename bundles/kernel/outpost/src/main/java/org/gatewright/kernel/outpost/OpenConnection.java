package org.gatewright.kernel.outpost;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.outpost.Farewell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, on a thread of its own: reads message after message and has each answered before it reads the next. */
final class OpenConnection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /**
     * What connections share.
     *
     * @param calls permits to have a message answered
     */
    record Shared(ConnectionLimits limits, Semaphore calls, SSLSocketFactory tls) {}

    private final Shared shared;
    private final Conversation conversation;
    private final boolean encrypted;
    private final Deadline deadline = new Deadline();
    /** Closed from any thread: to close the one of TLS could wait for who does not read. */
    private final Socket raw;

    private Socket socket;

    OpenConnection(Shared shared, Socket socket, Conversation conversation, boolean encrypted) {
        this.shared = shared;
        this.raw = socket;
        this.socket = socket;
        this.conversation = conversation;
        this.encrypted = encrypted;
        deadline.within(shared.limits().times().message());
    }

    @Override
    public void run() {
        try {
            if (encrypted) {
                encrypt();
            }
            boolean more = true;
            while (more) {
                more = answered(new DataInputStream(socket.getInputStream()));
            }
        } catch (EOFException over) {
            LOG.debug("The other side has closed the connection");
        } catch (IOException e) {
            LOG.debug("The connection is broken: {}", e.getMessage());
        } catch (GatewrightException e) {
            LOG.debug("No answer: {}", e.detail());
        } finally {
            part();
            end();
        }
    }

    /** Reads a message and answers it; false if that was the last one. */
    private boolean answered(DataInputStream in) throws IOException {
        Optional<byte[]> message = read(in);
        if (message.isEmpty()) {
            return false;
        }
        SocketWire wire = new SocketWire(
                socket.getOutputStream(), deadline, shared.limits().times());
        try {
            handle(message.get(), wire);
        } catch (GatewrightException e) {
            leave(Farewell.UNAVAILABLE);
            throw e;
        }
        wire.flush();
        if (wire.isTlsWanted()) {
            encrypt();
            conversation.encrypted();
        }
        return !wire.isClosed();
    }

    private void handle(byte[] message, SocketWire wire) throws IOException {
        deadline.none();
        acquire();
        try {
            conversation.handle(message, wire);
        } finally {
            shared.calls().release();
        }
    }

    private void acquire() throws IOException {
        long patience = shared.limits().times().answer().toMillis();
        try {
            if (!shared.calls().tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                leave(Farewell.UNAVAILABLE);
                throw new IOException("too many messages wait for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
    }

    private Optional<byte[]> read(DataInputStream in) throws IOException {
        ConnectionLimits.Times times = shared.limits().times();
        deadline.within(conversation.isSignedIn() ? times.idle() : times.stranger());
        byte[] head = new byte[conversation.headLength()];
        head[0] = in.readByte();
        deadline.within(times.message());
        in.readFully(head, 1, head.length - 1);
        OptionalInt length = conversation.messageLength(head);
        if (length.isEmpty() || length.getAsInt() < head.length) {
            leave(Farewell.MALFORMED);
            return Optional.empty();
        }
        if (length.getAsInt() > shared.limits().message()) {
            leave(Farewell.TOO_LONG);
            return Optional.empty();
        }
        byte[] message = Arrays.copyOf(head, length.getAsInt());
        in.readFully(message, head.length, message.length - head.length);
        return Optional.of(message);
    }

    /** What follows in the clear was written by whoever is between; the handshake fails on it. */
    private void encrypt() throws IOException {
        deadline.within(shared.limits().times().message());
        SSLSocket secure = (SSLSocket) shared.tls().createSocket(socket, null, socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.setEnabledProtocols(PROTOCOLS);
        socket = secure;
        secure.startHandshake();
    }

    private void leave(Farewell reason) throws IOException {
        SocketWire wire = new SocketWire(
                socket.getOutputStream(), deadline, shared.limits().times());
        wire.send(conversation.farewell(reason));
        wire.flush();
    }

    /** Tells whether closing it makes room that nobody would miss: nobody has signed in, it waits for a message, and it is not closed already. */
    boolean isDispensable() {
        return !raw.isClosed() && !conversation.isSignedIn() && deadline.end() != Long.MAX_VALUE;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Closes the socket, from any thread; the connection's own then ends. */
    void close() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("The connection does not close: {}", e.getMessage());
        }
    }

    /** Says good-bye in the way of TLS, if there is somebody to hear it. */
    private void part() {
        deadline.within(shared.limits().times().message());
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The connection does not close: {}", e.getMessage());
        }
        deadline.none();
        close();
    }

    private void end() {
        try {
            conversation.close();
        } catch (GatewrightException e) {
            LOG.warn("The session of a connection that has ended could not be ended: {}", e.detail());
        }
    }
}

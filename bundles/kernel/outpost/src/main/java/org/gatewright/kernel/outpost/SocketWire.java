package org.gatewright.kernel.outpost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.gatewright.port.outpost.Wire;
import org.gatewright.spi.error.GatewrightException;

/** Collects what is sent during one message and writes it in large pieces. */
final class SocketWire implements Wire {

    private static final int PIECE = 64 * 1024;

    private final OutputStream out;
    private final Deadline deadline;
    private final ConnectionLimits.Times times;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean tls;
    private boolean closed;

    SocketWire(OutputStream out, Deadline deadline, ConnectionLimits.Times times) {
        this.out = out;
        this.deadline = deadline;
        this.times = times;
    }

    @Override
    public void send(byte[] bytes) {
        waiting.writeBytes(bytes);
        if (waiting.size() >= PIECE) {
            flush();
        }
    }

    @Override
    public void startTls() {
        tls = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isTlsWanted() {
        return tls && !closed;
    }

    boolean isClosed() {
        return closed;
    }

    /** Writes what waits; the other side has so long to take it. Thrown within a call of the outpost, what fails is not the outpost's fault. */
    void flush() {
        deadline.within(times.answer());
        try {
            waiting.writeTo(out);
            out.flush();
            waiting.reset();
        } catch (IOException e) {
            throw new GatewrightException(OutpostError.GONE, "The other side is gone: " + e.getMessage());
        } finally {
            deadline.none();
        }
    }
}

package org.gatewright.kernel.outpost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that stays open whatever becomes of the outpost behind it. Accepts on a thread of its own. */
final class Port implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Port.class);
    private static final int BACKLOG = 256;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocket server;
    private final Connections connections;
    private final BiConsumer<Socket, InetAddress> taker;

    private Port(ServerSocket server, Connections connections, BiConsumer<Socket, InetAddress> taker) {
        this.server = server;
        this.connections = connections;
        this.taker = taker;
    }

    /**
     * Opens it.
     *
     * @param taker takes each socket that was accepted and has a place
     */
    static Port open(InetSocketAddress address, Connections connections, BiConsumer<Socket, InetAddress> taker)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Port port = new Port(server, connections, taker);
        Thread thread = new Thread(port::accept, "gatewright-outpost-port-" + server.getLocalPort());
        thread.setDaemon(true);
        thread.start();
        return port;
    }

    int number() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("Port {} does not accept: {}", server.getLocalPort(), e.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos()); // such as without file handles: trying at once helps nobody
                }
            }
        }
    }

    private void take(Socket socket) throws IOException {
        InetAddress address = socket.getInetAddress();
        if (!connections.admit(address)) {
            socket.close();
            return;
        }
        try {
            socket.setTcpNoDelay(true);
            taker.accept(socket, address);
        } catch (IOException | RuntimeException | Error e) {
            connections.dismiss(address);
            socket.close();
            LOG.warn("A connection of {} could not be taken", address, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("Port {} does not close: {}", server.getLocalPort(), e.getMessage());
        }
    }
}

package org.gatewright.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that knows only CONNECT and finds every name at this machine: names of tests are in no DNS. */
public final class Detour implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Detour(ServerSocket server) {
        this.server = server;
    }

    /** Opens one on a free port. */
    public static Detour open() {
        try {
            Detour detour = new Detour(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            detour.threads.execute(detour::accept);
            return detour;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leads every request here. */
    ProxySelector selector() {
        return ProxySelector.of((InetSocketAddress) server.getLocalSocketAddress());
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket target = new Socket(InetAddress.getLoopbackAddress(), port(client.getInputStream()))) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            threads.execute(() -> copy(target, client));
            copy(client, target);
        } catch (IOException gone) {
            // one of the two has closed the connection, and the other notices
        }
    }

    private static int port(InputStream request) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = request.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return Integer.parseInt(head.toString().replaceAll("(?s)^CONNECT \\S+:(\\d+) .*$", "$1"));
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // one of the two has closed the connection, and the other notices
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.gatewright.kernel.outpost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Somebody who connects. */
final class Caller implements AutoCloseable {

    private Socket socket;

    Caller(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** Connects from an address of this machine. */
    Caller(int port, String from) throws IOException {
        socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
    }

    /** Begins TLS, trusting anybody. */
    Caller secure() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        socket = context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        return this;
    }

    Caller say(String word) throws IOException {
        byte[] bytes = (" " + word).getBytes(StandardCharsets.US_ASCII);
        bytes[0] = (byte) bytes.length;
        return send(bytes);
    }

    Caller send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Returns the next line; empty if the other side has hung up. */
    Optional<String> hear() throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = read();
        while (letter >= 0 && letter != '\n') {
            line.append((char) letter);
            letter = read();
        }
        return letter < 0 ? Optional.empty() : Optional.of(line.toString());
    }

    private int read() throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

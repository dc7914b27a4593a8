package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** nginx in front of a server, with TLS and the usual four headers. */
public final class Nginx implements AutoCloseable {

    private final Program program;

    private Nginx(Program program) {
        this.program = program;
    }

    /** Starts it on a port. */
    public static Nginx start(Distribution server, String host, int port) {
        Path folder = Folders.make("nginx");
        certificate(folder, host);
        try {
            String configuration = Files.readString(Path.of("src/test/nginx/nginx.conf"))
                    .replace("@folder@", folder.toString())
                    .replace("@host@", host)
                    .replace("@port@", String.valueOf(port))
                    .replace("@server@", server.base().toString());
            Files.writeString(folder.resolve("nginx.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = List.of(
                "/usr/sbin/nginx",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString());
        return new Nginx(Program.start(folder, Map.of(), words, () -> listens(port)));
    }

    private static void certificate(Path folder, String host) {
        Command openssl = Command.run(
                folder,
                Map.of(),
                Duration.ofSeconds(30),
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + host,
                        "-keyout",
                        "key.pem",
                        "-out",
                        "certificate.pem"));
        if (openssl.exitCode() != 0) {
            throw new AssertionError(openssl.output());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

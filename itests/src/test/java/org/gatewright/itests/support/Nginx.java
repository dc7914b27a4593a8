package org.gatewright.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx in front of a server, with TLS and the usual four headers. */
public final class Nginx implements AutoCloseable {

    private static final String CERTIFICATE = "certificate.pem";

    private final Program program;
    private final Path folder;
    private final URI base;

    private Nginx(Program program, Path folder, URI base) {
        this.program = program;
        this.folder = folder;
        this.base = base;
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
        Program program = Program.start(folder, Map.of(), words, () -> listens(port));
        return new Nginx(program, folder, URI.create("https://" + host + ":" + port));
    }

    /** Returns the address by which the outside knows the server. */
    public URI base() {
        return base;
    }

    /** Returns somebody outside, who trusts the certificate and finds the name at this machine. */
    public Visitor visitor(Detour detour) {
        return new Visitor(
                base, HttpClient.newBuilder().proxy(detour.selector()).sslContext(trust()));
    }

    private SSLContext trust() {
        try (InputStream pem = Files.newInputStream(folder.resolve(CERTIFICATE))) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
                        "-addext",
                        "subjectAltName=DNS:" + host,
                        "-keyout",
                        "key.pem",
                        "-out",
                        CERTIFICATE));
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

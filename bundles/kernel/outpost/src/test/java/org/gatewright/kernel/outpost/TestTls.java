package org.gatewright.kernel.outpost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS with a certificate that the JDK's keytool makes. */
final class TestTls {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final String OPTIONS =
            "-genkeypair -alias server -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass changeit -keystore";

    private static final SSLContext CONTEXT = make();

    private TestTls() {}

    static SSLContext context() {
        return CONTEXT;
    }

    private static SSLContext make() {
        try {
            Path folder = Files.createTempDirectory("tls");
            Path file = folder.resolve("store.p12");
            List<String> words = new ArrayList<>();
            words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
            words.addAll(List.of(OPTIONS.split(" ")));
            words.add(file.toString());
            int code =
                    new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool ended with " + code);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}

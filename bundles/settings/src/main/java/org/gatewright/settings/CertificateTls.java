package org.gatewright.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.gatewright.port.settings.ServerTls;

/** TLS with the certificate of the HTTPS listener. Asks no certificate of the other side. */
record CertificateTls(SSLContext context) implements ServerTls {

    /** Reads the file of {@link ServerCertificate}. */
    static CertificateTls of(Path file) {
        char[] password = ServerCertificate.PASSWORD.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(PrivateFiles.read(file)), password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new CertificateTls(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsProblem("The certificate in " + file + " cannot be used for TLS: " + e.getMessage(), e);
        }
    }
}

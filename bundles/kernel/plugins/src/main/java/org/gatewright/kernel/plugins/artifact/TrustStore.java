package org.gatewright.kernel.plugins.artifact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.port.settings.Settings;
import org.gatewright.spi.error.GatewrightException;

/**
 * The certificates that stand behind plug-ins: the setting {@code plugins.trust_store}, a PEM file. It is read each time, so that a certificate that is taken out counts
 * no more at once.
 */
record TrustStore(Settings settings) {

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    /** Returns the certificates; none if there is no such setting. Refuses a file that cannot be read. */
    Set<X509Certificate> certificates() {
        return settings.get("plugins", "trust_store")
                .map(TrustStore::certificates)
                .orElse(Set.of());
    }

    private static Set<X509Certificate> certificates(String setting) {
        try {
            byte[] pem = setting.contains(PEM) ? setting.getBytes(US_ASCII) : Files.readAllBytes(Path.of(setting));
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (found.isEmpty()) {
                throw unreadable("it has no certificate");
            }
            return found.stream().map(X509Certificate.class::cast).collect(Collectors.toUnmodifiableSet());
        } catch (IOException | CertificateException | InvalidPathException e) {
            throw unreadable(String.valueOf(e));
        }
    }

    private static GatewrightException unreadable(String why) {
        return PluginJar.refused(
                "The certificates that plugins.trust_store names cannot be read: " + why + ". It must be a PEM file.");
    }
}

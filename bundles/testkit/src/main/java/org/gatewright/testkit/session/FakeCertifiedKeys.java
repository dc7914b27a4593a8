package org.gatewright.testkit.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.session.CertifiedKey;
import org.gatewright.spi.session.CertifiedKeys;

/**
 * The same key and certificate each time, which everybody can read. Whatever key is named, it is this one.
 *
 * @since 1.1
 */
public final class FakeCertifiedKeys implements CertifiedKeys {

    private final CertifiedKey key = new CertifiedKey(privateKey(), certificate());
    private final List<X509Certificate> replaced = new ArrayList<>();

    /** Makes others trust this certificate too, as after the key had taken the place of another one. */
    public FakeCertifiedKeys replacing(X509Certificate certificate) {
        replaced.add(certificate);
        return this;
    }

    @Override
    public CertifiedKey active(Optional<UUID> named) {
        return key;
    }

    @Override
    public List<X509Certificate> trusted(Optional<UUID> named) {
        List<X509Certificate> trusted = new ArrayList<>(List.of(key.certificate()));
        trusted.addAll(replaced);
        return List.copyOf(trusted);
    }

    private static PrivateKey privateKey() {
        String body = text("test-key.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            text("test-certificate.pem").getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = FakeCertifiedKeys.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

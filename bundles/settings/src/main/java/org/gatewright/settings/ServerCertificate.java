package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The certificate of the HTTPS listener: the one that is configured, else one made at first start. */
final class ServerCertificate {

    /** Not a secret: the mode of the file is what protects the key. */
    static final String PASSWORD = "gatewright";

    private static final SettingName CERTIFICATE = new SettingName("tls", "certificate");
    private static final SettingName KEY = new SettingName("tls", "key");
    private static final String ALIAS = "server";

    private ServerCertificate() {}

    /** Returns the PKCS #12 file for the listener, written anew if a certificate is configured. */
    static Path file(FixedSettings settings, Clock clock) {
        Optional<String> certificate = settings.text(CERTIFICATE);
        Optional<String> key = settings.text(KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new SettingsProblem("The settings " + CERTIFICATE + " and " + KEY + " belong together: give both");
        }
        Path folder = settings.data().resolve("tls");
        if (certificate.isPresent()) {
            return configured(folder.resolve("configured.p12"), certificate.get(), key.orElseThrow());
        }
        Path made = folder.resolve("self-signed.p12");
        return Files.exists(made) ? made : selfSigned(made, clock);
    }

    private static Path configured(Path file, String certificate, String key) {
        try (InputStream pem = Files.newInputStream(Path.of(certificate))) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
            return store(file, privateKey(Files.readString(Path.of(key), UTF_8)), chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsProblem(
                    "The certificate " + certificate + " or its key " + key + " (" + CERTIFICATE + ", " + KEY
                            + ") cannot be used; both must be PEM files: " + e.getMessage(),
                    e);
        }
    }

    private static PrivateKey privateKey(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object found = parser.readObject();
            PrivateKeyInfo info = found instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : null;
            if (found instanceof PrivateKeyInfo plain) {
                info = plain;
            }
            if (info == null) {
                throw new IOException("no unencrypted private key in the file");
            }
            return new JcaPEMKeyConverter().getPrivateKey(info);
        }
    }

    private static Path selfSigned(Path file, Clock clock) {
        try {
            SelfSignedCertificate made = SelfSignedCertificate.make(clock.instant());
            return store(file, made.key(), made.certificate());
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsProblem("The certificate for HTTPS cannot be made: " + e.getMessage(), e);
        }
    }

    private static Path store(Path file, PrivateKey key, Certificate... chain)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        PrivateFiles.write(file, bytes.toByteArray());
        return file;
    }
}

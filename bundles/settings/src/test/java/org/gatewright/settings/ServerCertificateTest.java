package org.gatewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final SettingName CERTIFICATE = new SettingName("tls", "certificate");
    private static final SettingName KEY = new SettingName("tls", "key");

    @TempDir
    Path data;

    private static X509Certificate certificate(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, ServerCertificate.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate("server");
    }

    private Path pem(String name, String label, byte[] content) throws Exception {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + label + "-----\n";
        return Files.writeString(data.resolve(name), text);
    }

    @Test
    void isMadeOnceForLocalhost() throws Exception {
        FixedSettings settings = new FixedSettings(Map.of(), data);
        X509Certificate made = certificate(ServerCertificate.file(settings, CLOCK));
        made.verify(made.getPublicKey());
        assertThat(made.getSubjectAlternativeNames()).anyMatch(name -> name.contains("localhost"));
        assertThat(certificate(ServerCertificate.file(settings, CLOCK))).isEqualTo(made);
    }

    @Test
    void isTheConfiguredOne() throws Exception {
        SelfSignedCertificate ours = SelfSignedCertificate.make(CLOCK.instant());
        Path certificate = pem("crt.pem", "CERTIFICATE", ours.certificate().getEncoded());
        Path key = pem("key.pem", "PRIVATE KEY", ours.key().getEncoded());
        FixedSettings settings =
                new FixedSettings(Map.of(CERTIFICATE, certificate.toString(), KEY, key.toString()), data);
        assertThat(certificate(ServerCertificate.file(settings, CLOCK))).isEqualTo(ours.certificate());
    }

    @Test
    void needsBothHalves() {
        FixedSettings settings = new FixedSettings(Map.of(CERTIFICATE, "/some.pem"), data);
        assertThatThrownBy(() -> ServerCertificate.file(settings, CLOCK))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("GATEWRIGHT_TLS__KEY");
    }

    @Test
    void saysThatAFileIsNotPem() throws Exception {
        Path junk = Files.writeString(data.resolve("junk"), "junk");
        FixedSettings settings = new FixedSettings(Map.of(CERTIFICATE, junk.toString(), KEY, junk.toString()), data);
        assertThatThrownBy(() -> ServerCertificate.file(settings, CLOCK))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("PEM");
    }
}

package org.gatewright.kernel.session;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Makes the self-signed certificates of RSA keys. Nobody is to trust them for more than the key in them, so they live as long as any key. The same key and moment give
 * the same certificate, on each node.
 */
final class Certificates {

    private static final Duration VALID = Duration.ofDays(30 * 365);
    private static final int SERIAL_BYTES = 16;
    private static final X500Name NAME = new X500Name("CN=Gatewright");

    private Certificates() {}

    /** Makes the certificate; empty if the key is no RSA key. */
    static Optional<X509Certificate> of(PublicJsonWebKey pair, Instant created) {
        return pair instanceof RsaJsonWebKey ? Optional.of(make(pair, created)) : Optional.empty();
    }

    static String text(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of ours has no encoding", e);
        }
    }

    static X509Certificate read(String text) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(text)));
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate is none", e);
        }
    }

    private static X509Certificate make(PublicJsonWebKey pair, Instant created) {
        Instant from = created.truncatedTo(ChronoUnit.SECONDS);
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    serial(pair.getKeyId()),
                    Date.from(from),
                    Date.from(from.plus(VALID)),
                    NAME,
                    pair.getPublicKey());
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivateKey())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a key of ours gets no certificate", e);
        }
    }

    private static BigInteger serial(String kid) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(kid.getBytes(StandardCharsets.US_ASCII));
        return new BigInteger(1, digest, 0, SERIAL_BYTES);
    }
}

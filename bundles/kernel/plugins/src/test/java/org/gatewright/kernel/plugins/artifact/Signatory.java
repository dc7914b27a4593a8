package org.gatewright.kernel.plugins.artifact;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Somebody with a key who signs jars.
 *
 * @param chain certificates, the own one first
 */
public record Signatory(KeyPair keys, List<X509Certificate> chain) {

    private static final AtomicLong SERIAL = new AtomicLong();
    private static final int BITS = 2048;

    /** Somebody for whom nobody vouches. */
    public static Signatory alone(String name, Instant from, Instant to) throws Exception {
        KeyPair keys = newKeys();
        return new Signatory(keys, List.of(new Paper(name, keys.getPublic(), from, to).signed(name, keys)));
    }

    /** An authority that vouches for others. */
    static Signatory authority(String name, Instant from, Instant to) throws Exception {
        KeyPair keys = newKeys();
        Paper paper = new Paper(name, keys.getPublic(), from, to).authority();
        return new Signatory(keys, List.of(paper.signed(name, keys)));
    }

    /** Somebody for whom this authority vouches, whose key is for a purpose. */
    Signatory vouchesFor(String name, KeyPurposeId purpose) throws Exception {
        KeyPair own = newKeys();
        return under(own, paper(name, own).purpose(purpose));
    }

    /** An authority for which this one vouches. */
    Signatory vouchesForAuthority(String name) throws Exception {
        KeyPair own = newKeys();
        return under(own, paper(name, own).authority());
    }

    private Paper paper(String name, KeyPair own) {
        X509Certificate first = chain.get(0);
        return new Paper(
                name,
                own.getPublic(),
                first.getNotBefore().toInstant(),
                first.getNotAfter().toInstant());
    }

    private Signatory under(KeyPair own, Paper paper) throws Exception {
        X509Certificate certificate =
                paper.signed(chain.get(0).getSubjectX500Principal().getName(), keys);
        return new Signatory(
                own, Stream.concat(Stream.of(certificate), chain.stream()).toList());
    }

    /** Returns the own certificate as a PEM file. */
    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(chain.get(0).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Signs a jar as one does today. */
    public byte[] sign(byte[] jar) throws Exception {
        return sign(jar, "SHA-256", "SHA256withRSA");
    }

    byte[] sign(byte[] jar, String digest, String signature) throws Exception {
        JarSigner signer = new JarSigner.Builder(
                        keys.getPrivate(),
                        CertificateFactory.getInstance("X.509").generateCertPath(chain))
                .digestAlgorithm(digest)
                .signatureAlgorithm(signature)
                .signerName("SIGNER")
                .build();
        Path file = Files.createTempFile("unsigned", ".jar");
        try (ZipFile zip = new ZipFile(Files.write(file, jar).toFile())) {
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            signer.sign(zip, signed);
            return signed.toByteArray();
        } finally {
            Files.delete(file);
        }
    }

    /** A certificate that is being written. */
    private static final class Paper {

        private final String subject;
        private final PublicKey key;
        private final Instant from;
        private final Instant to;
        private boolean authority;
        private List<KeyPurposeId> purposes = List.of();

        Paper(String subject, PublicKey key, Instant from, Instant to) {
            this.subject = subject;
            this.key = key;
            this.from = from;
            this.to = to;
        }

        Paper authority() {
            authority = true;
            return this;
        }

        Paper purpose(KeyPurposeId purpose) {
            purposes = List.of(purpose);
            return this;
        }

        X509Certificate signed(String issuer, KeyPair keys) throws Exception {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    key);
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            for (KeyPurposeId purpose : purposes) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair();
    }
}

package org.gatewright.settings;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that this machine vouches for by itself. */
record SelfSignedCertificate(PrivateKey key, Certificate certificate) {

    private static final Duration VALID = Duration.ofDays(3650);
    private static final Duration SKEW = Duration.ofDays(1);
    private static final int SERIAL_BITS = 120;

    /** Makes one for this machine's names. */
    static SelfSignedCertificate make(Instant now) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Name subject = new X500Name("CN=Gatewright");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, names());
        return new SelfSignedCertificate(pair.getPrivate(), sign(builder, pair.getPrivate()));
    }

    private static Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralNames names() {
        Set<GeneralName> names = new LinkedHashSet<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        hostName().ifPresent(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    /** A machine that cannot resolve its own name has none to put into a certificate. */
    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName())
                    .filter(name -> !name.equals("localhost") && name.matches("[A-Za-z0-9.-]+"));
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}

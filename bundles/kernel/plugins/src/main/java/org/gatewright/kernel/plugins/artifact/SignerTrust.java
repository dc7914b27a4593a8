package org.gatewright.kernel.plugins.artifact;

import java.io.IOException;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.port.plugins.Signer;

/**
 * Whether a certificate of the trust store stands behind a signer: it is the signer's own, or that of an authority to which a path leads (PKIX, RFC 5280). The path must
 * be valid at the time; a time stamp in the signature does not prolong it, and revocation lists are not asked.
 */
record SignerTrust(Set<X509Certificate> trusted, Instant at) {

    /** RFC 5280 §4.2.1.12, id-kp-codeSigning: the key of a web server signs no plug-in, whoever vouches for it. */
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private static final boolean[] DIGITAL_SIGNATURE = {true};

    /** Says who it is. */
    Signer describe(CodeSigner signer) {
        X509Certificate own = chain(signer).get(0);
        Optional<String> fault = fault(signer);
        return new Signer(
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                fingerprint(own),
                own.getNotAfter().toInstant(),
                fault.isEmpty(),
                fault.orElse(""));
    }

    private Optional<String> fault(CodeSigner signer) {
        List<X509Certificate> chain = chain(signer);
        X509Certificate own = chain.get(0);
        if (at.isAfter(own.getNotAfter().toInstant())) {
            return Optional.of("Its certificate expired at " + own.getNotAfter().toInstant() + ".");
        }
        if (at.isBefore(own.getNotBefore().toInstant())) {
            return Optional.of(
                    "Its certificate is not valid before " + own.getNotBefore().toInstant() + ".");
        }
        if (trusted.contains(own)) {
            return Optional.empty();
        }
        return trusted.isEmpty() ? Optional.of("plugins.trust_store names no certificate.") : pathFault(chain);
    }

    private Optional<String> pathFault(List<X509Certificate> chain) {
        Set<TrustAnchor> authorities = authorities();
        if (authorities.isEmpty()) {
            return Optional.of("No certificate of plugins.trust_store stands behind it.");
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(authorities, chain));
            return Optional.empty();
        } catch (CertPathBuilderException e) {
            return Optional.of("No certificate of plugins.trust_store stands behind it (" + e.getMessage() + ").");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PKIX", e);
        }
    }

    /** Java asks of every certificate in a path whether it is that of an authority, but not of the trusted one at its end. */
    private Set<TrustAnchor> authorities() {
        return trusted.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
    }

    private PKIXBuilderParameters parameters(Set<TrustAnchor> authorities, List<X509Certificate> chain)
            throws GeneralSecurityException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, target(chain.get(0)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        return parameters;
    }

    private static X509CertSelector target(X509Certificate own) {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(own);
        target.setKeyUsage(DIGITAL_SIGNATURE);
        try {
            target.setExtendedKeyUsage(Set.of(CODE_SIGNING));
        } catch (IOException e) {
            throw new IllegalStateException("the identifier is well formed", e);
        }
        return target;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256, and the certificate was read", e);
        }
    }

    private static List<X509Certificate> chain(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}

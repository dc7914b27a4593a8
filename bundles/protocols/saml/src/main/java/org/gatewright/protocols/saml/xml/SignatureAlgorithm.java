package org.gatewright.protocols.saml.xml;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The algorithms that a signature may have. SHA-1 and MD5 are not among them, whoever asks. */
public enum SignatureAlgorithm {
    /** RSA with SHA-256. */
    RSA_SHA256("rsa-sha256", "RSA", "SHA256withRSA"),
    /** RSA with SHA-384. */
    RSA_SHA384("rsa-sha384", "RSA", "SHA384withRSA"),
    /** RSA with SHA-512. */
    RSA_SHA512("rsa-sha512", "RSA", "SHA512withRSA"),
    /** ECDSA with SHA-256. */
    ECDSA_SHA256("ecdsa-sha256", "EC", "SHA256withECDSAinP1363Format"),
    /** ECDSA with SHA-384. */
    ECDSA_SHA384("ecdsa-sha384", "EC", "SHA384withECDSAinP1363Format"),
    /** ECDSA with SHA-512. */
    ECDSA_SHA512("ecdsa-sha512", "EC", "SHA512withECDSAinP1363Format");

    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");

    private final String uri;
    private final String keyType;
    private final String jcaName;

    SignatureAlgorithm(String name, String keyType, String jcaName) {
        this.uri = "http://www.w3.org/2001/04/xmldsig-more#" + name;
        this.keyType = keyType;
        this.jcaName = jcaName;
    }

    /** Finds the algorithm by its address; empty if it is weak or unknown. */
    public static Optional<SignatureAlgorithm> of(String uri) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.uri.equals(uri))
                .findFirst();
    }

    /** Tells whether a reference of a signature may have the digest. */
    public static boolean isStrongDigest(String uri) {
        return DIGESTS.contains(uri);
    }

    /** Returns the name of the keys that it is used with. */
    public String keyType() {
        return keyType;
    }

    /** Returns the name that Java knows it by. */
    public String jcaName() {
        return jcaName;
    }
}

package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.gatewright.protocols.saml.xml.SignatureAlgorithm;

/** The signature over an address (SAML bindings section 3.4.4.1). */
public final class DetachedSignature {

    private final SignatureAlgorithm algorithm;
    private final String content;
    private final byte[] value;

    /**
     * Holds a signature.
     *
     * @param algorithm as the address names it
     * @param content what was signed, encoded as it was sent
     */
    DetachedSignature(String algorithm, String content, byte[] value) {
        this.algorithm = SignatureAlgorithm.of(algorithm)
                .orElseThrow(() ->
                        REFUSED.because("The signature of the request has an algorithm that is weak or unknown."));
        this.content = content;
        this.value = value;
    }

    boolean isBy(X509Certificate certificate) {
        if (!certificate.getPublicKey().getAlgorithm().equals(algorithm.keyType())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm.jcaName());
            signature.initVerify(certificate.getPublicKey());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature of this kind
        }
    }
}

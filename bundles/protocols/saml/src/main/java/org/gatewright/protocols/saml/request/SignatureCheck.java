package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.xmlsec.signature.Signature;

/** Finds out whether a request comes from whom it says. */
final class SignatureCheck {

    private SignatureCheck() {}

    /**
     * Checks the signatures. One that is there must be good if there is a certificate to check it by.
     *
     * @return whether the request is signed by the service provider
     */
    static boolean check(Received received, AuthnRequest request, ServiceProvider party) {
        List<X509Certificate> certificates = party.verification();
        Optional<Signature> enveloped = EnvelopedSignature.isIn(received.xml())
                ? Optional.of(EnvelopedSignature.checkProfile(request, received.xml()))
                : Optional.empty();
        if (enveloped.isEmpty() && received.detached().isEmpty() || certificates.isEmpty()) {
            if (party.mustSign()) {
                throw REFUSED.because("The request is not signed, but this application signs its requests.");
            }
            return false;
        }
        received.detached().ifPresent(signature -> require(certificates, signature::isBy));
        enveloped.ifPresent(
                signature -> require(certificates, certificate -> EnvelopedSignature.isBy(signature, certificate)));
        return true;
    }

    private static void require(List<X509Certificate> certificates, Predicate<X509Certificate> isBy) {
        if (certificates.stream().noneMatch(isBy)) {
            throw REFUSED.because("The signature of the request is not that of this application.");
        }
    }
}

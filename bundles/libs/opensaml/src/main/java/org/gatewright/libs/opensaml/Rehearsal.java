package org.gatewright.libs.opensaml;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.opensaml.xmlsec.signature.support.Signer;

/** Signs and verifies once: what does so is found by the context class loader the first time, and kept. */
final class Rehearsal {

    private Rehearsal() {}

    static void run() throws InitializationException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
            BasicCredential credential = new BasicCredential(pair.getPublic(), pair.getPrivate());
            Signature signature = sign(credential);
            SignatureValidator.validate(signature, credential);
        } catch (GeneralSecurityException | MarshallingException | SignatureException e) {
            throw new InitializationException("OpenSAML neither signs nor verifies here", e);
        }
    }

    private static Signature sign(BasicCredential credential) throws MarshallingException, SignatureException {
        Signature signature = (Signature) XMLObjectSupport.buildXMLObject(Signature.DEFAULT_ELEMENT_NAME);
        signature.setSigningCredential(credential);
        signature.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA256);
        signature.setCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        Assertion assertion = (Assertion) XMLObjectSupport.buildXMLObject(Assertion.DEFAULT_ELEMENT_NAME);
        assertion.setID("_rehearsal");
        assertion.setSignature(signature);
        XMLObjectSupport.marshall(assertion);
        Signer.signObject(signature);
        return signature;
    }
}

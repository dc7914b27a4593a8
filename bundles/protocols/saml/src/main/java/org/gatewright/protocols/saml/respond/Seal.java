package org.gatewright.protocols.saml.respond;

import java.security.cert.X509Certificate;
import java.util.List;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.spi.session.CertifiedKey;
import org.gatewright.spi.session.CertifiedKeys;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SAMLObjectContentReference;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.encryption.Encrypter;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.DataEncryptionParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.encryption.support.EncryptionException;
import org.opensaml.xmlsec.encryption.support.KeyEncryptionParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.Signer;

/** Signs and encrypts what a service provider gets. */
final class Seal {

    private final CertifiedKeys keys;

    Seal(CertifiedKeys keys) {
        this.keys = keys;
    }

    /** Signs an object where it stands. It must not be changed afterwards. */
    void sign(SignableSAMLObject object, ServiceProvider party) {
        SamlSettings settings = party.settings();
        CertifiedKey key = keys.active(settings.signingKp());
        BasicX509Credential credential = new BasicX509Credential(key.certificate(), key.privateKey());
        Signature signature = Xml.make(Signature.class, Signature.DEFAULT_ELEMENT_NAME);
        signature.setSigningCredential(credential);
        signature.setSignatureAlgorithm(settings.signatureAlgorithm());
        signature.setCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        object.setSignature(signature);
        signature.getContentReferences().stream()
                .map(SAMLObjectContentReference.class::cast)
                .forEach(reference -> reference.setDigestAlgorithm(settings.digestAlgorithm()));
        try {
            signature.setKeyInfo(shown().newInstance().generate(credential));
            XMLObjectSupport.marshall(object);
            Signer.signObject(signature);
        } catch (SecurityException | MarshallingException | SignatureException e) {
            throw new IllegalStateException("a key of ours does not sign", e);
        }
    }

    /**
     * Encrypts a finished assertion. The key travels by RSA-OAEP with SHA-1, which is all that the xmlsec library of many service providers knows; there SHA-1 need not resist
     * collisions.
     */
    EncryptedAssertion encrypt(Assertion assertion, X509Certificate certificate) {
        DataEncryptionParameters data = new DataEncryptionParameters();
        data.setAlgorithm(EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM);
        KeyEncryptionParameters key = new KeyEncryptionParameters();
        key.setAlgorithm(EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);
        key.setEncryptionCredential(new BasicX509Credential(certificate));
        key.setKeyInfoGenerator(shown().newInstance());
        Encrypter encrypter = new Encrypter(data, List.of(key));
        encrypter.setKeyPlacement(Encrypter.KeyPlacement.INLINE);
        try {
            return encrypter.encrypt(assertion);
        } catch (EncryptionException e) {
            throw new IllegalStateException("an assertion cannot be encrypted for the certificate", e);
        }
    }

    private static X509KeyInfoGeneratorFactory shown() {
        X509KeyInfoGeneratorFactory factory = new X509KeyInfoGeneratorFactory();
        factory.setEmitEntityCertificate(true);
        return factory;
    }
}

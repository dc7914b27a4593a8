package org.gatewright.protocols.saml.party;

import java.security.cert.X509Certificate;
import java.util.List;
import org.gatewright.protocols.saml.xml.Pem;
import org.gatewright.protocols.saml.xml.Xml;
import org.opensaml.core.xml.schema.XSBooleanValue;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Data;

/** Describes this server to a service provider (SAML metadata section 2.4.3). */
public final class IdpMetadata {

    private static final List<String> FORMATS =
            List.of(NameIDType.UNSPECIFIED, NameIDType.EMAIL, NameIDType.PERSISTENT, NameIDType.TRANSIENT);

    private IdpMetadata() {}

    /**
     * Returns the document.
     *
     * @param trusted what responses may be checked by, the current one first
     */
    public static String of(ServiceProvider party, IdentityProvider own, List<X509Certificate> trusted) {
        IDPSSODescriptor role = Xml.make(IDPSSODescriptor.class, IDPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setWantAuthnRequestsSigned(
                new XSBooleanValue(party.settings().verificationKp().isPresent(), false));
        trusted.stream().map(IdpMetadata::key).forEach(role.getKeyDescriptors()::add);
        FORMATS.stream().map(IdpMetadata::format).forEach(role.getNameIDFormats()::add);
        role.getSingleSignOnServices().add(service(SAMLConstants.SAML2_REDIRECT_BINDING_URI, own.redirectLocation()));
        role.getSingleSignOnServices().add(service(SAMLConstants.SAML2_POST_BINDING_URI, own.postLocation()));
        EntityDescriptor entity = Xml.make(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(own.entityId());
        entity.getRoleDescriptors().add(role);
        return Xml.write(entity);
    }

    private static KeyDescriptor key(X509Certificate certificate) {
        var text = Xml.make(
                org.opensaml.xmlsec.signature.X509Certificate.class,
                org.opensaml.xmlsec.signature.X509Certificate.DEFAULT_ELEMENT_NAME);
        text.setValue(Pem.base64(certificate));
        X509Data data = Xml.make(X509Data.class, X509Data.DEFAULT_ELEMENT_NAME);
        data.getX509Certificates().add(text);
        KeyInfo info = Xml.make(KeyInfo.class, KeyInfo.DEFAULT_ELEMENT_NAME);
        info.getX509Datas().add(data);
        KeyDescriptor key = Xml.make(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
        key.setUse(UsageType.SIGNING);
        key.setKeyInfo(info);
        return key;
    }

    private static NameIDFormat format(String uri) {
        NameIDFormat format = Xml.make(NameIDFormat.class, NameIDFormat.DEFAULT_ELEMENT_NAME);
        format.setURI(uri);
        return format;
    }

    private static SingleSignOnService service(String binding, String location) {
        SingleSignOnService service = Xml.make(SingleSignOnService.class, SingleSignOnService.DEFAULT_ELEMENT_NAME);
        service.setBinding(binding);
        service.setLocation(location);
        return service;
    }
}

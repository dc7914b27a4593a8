package org.gatewright.protocols.saml.party;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Pem;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.protocols.saml.xml.XmlReader;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.X509Data;

/** Reads the metadata of a service provider. Its signature is not looked at: an administrator vouches for it. */
public final class SpMetadataReader {

    private static final String WHAT = "The metadata";

    private final XmlReader xml = XmlReader.ofMetadata();

    /**
     * Reads it.
     *
     * @throws org.gatewright.spi.error.GatewrightException with a sentence for the administrator if it is not the metadata of one service provider
     */
    public SpMetadata read(String text) {
        EntityDescriptor entity = Xml.read(EntityDescriptor.class, xml.read(text, WHAT), WHAT);
        String entityId = Optional.ofNullable(entity.getEntityID())
                .filter(id -> !id.isBlank() && id.length() <= 1024)
                .orElseThrow(() -> REFUSED.because(WHAT + " has no entity ID of at most 1024 characters."));
        SPSSODescriptor role = Optional.ofNullable(entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS))
                .orElseThrow(() -> REFUSED.because(WHAT + " is not that of a service provider of SAML 2.0."));
        return new SpMetadata(
                entityId,
                acs(role),
                certificates(role, UsageType.SIGNING),
                certificates(role, UsageType.ENCRYPTION),
                Boolean.TRUE.equals(role.isAuthnRequestsSigned()),
                Boolean.TRUE.equals(role.getWantAssertionsSigned()),
                role.getNameIDFormats().stream()
                        .map(NameIDFormat::getURI)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Map<Integer, String> acs(SPSSODescriptor role) {
        Map<Integer, String> found = new LinkedHashMap<>();
        role.getAssertionConsumerServices().stream()
                .filter(service -> SAMLConstants.SAML2_POST_BINDING_URI.equals(service.getBinding()))
                .sorted(Comparator.comparing(SpMetadataReader::isDefault).reversed())
                .forEach(service -> found.putIfAbsent(index(service), location(service)));
        if (found.isEmpty()) {
            throw REFUSED.because(WHAT + " has no AssertionConsumerService with the binding HTTP-POST.");
        }
        return found;
    }

    private static boolean isDefault(AssertionConsumerService service) {
        return Boolean.TRUE.equals(service.isDefault());
    }

    private static int index(AssertionConsumerService service) {
        return Optional.ofNullable(service.getIndex()).orElse(0);
    }

    private static String location(AssertionConsumerService service) {
        return Optional.ofNullable(service.getLocation())
                .map(String::strip)
                .filter(SamlSettings::isWebAddress)
                .orElseThrow(() -> REFUSED.because(
                        WHAT + " has an AssertionConsumerService whose location is no address of the web."));
    }

    private static List<X509Certificate> certificates(SPSSODescriptor role, UsageType usage) {
        return role.getKeyDescriptors().stream()
                .filter(key -> isFor(key, usage))
                .flatMap(SpMetadataReader::texts)
                .map(text -> Pem.read(text)
                        .orElseThrow(() -> REFUSED.because(WHAT + " has a certificate that cannot be read.")))
                .toList();
    }

    /** Without a use a key is for all of them (SAML metadata section 2.4.1.1). */
    private static boolean isFor(KeyDescriptor key, UsageType usage) {
        UsageType use = key.getUse();
        return use == null || use == UsageType.UNSPECIFIED || use == usage;
    }

    private static Stream<String> texts(KeyDescriptor key) {
        return Stream.ofNullable(key.getKeyInfo())
                .flatMap(info -> info.getX509Datas().stream())
                .map(X509Data::getX509Certificates)
                .flatMap(Collection::stream)
                .map(org.opensaml.xmlsec.signature.X509Certificate::getValue)
                .filter(Objects::nonNull);
    }
}

package org.gatewright.protocols.saml.respond;

import static org.gatewright.protocols.saml.xml.SamlError.INVALID_NAME_ID_POLICY;

import java.util.Optional;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.spi.directory.User;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.NameIDType;

/** Names users to service providers. A user without what the name is made of is not named at all, so that nobody gets the name of another. */
final class NameIds {

    private NameIds() {}

    static NameID name(User user, ServiceProvider party, IdentityProvider own, Optional<String> asked) {
        String format = format(party, asked);
        NameID name = Xml.make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        name.setFormat(format);
        name.setValue(value(user, party, format));
        if (format.equals(NameIDType.PERSISTENT) || format.equals(NameIDType.TRANSIENT)) {
            name.setNameQualifier(own.entityId());
            name.setSPNameQualifier(party.entityId());
        }
        return name;
    }

    /** What an administrator chose is sent whatever a request asks for. */
    private static String format(ServiceProvider party, Optional<String> asked) {
        return switch (party.settings().nameId()) {
            case FORMAT -> asked.orElse(party.settings().defaultNameIdPolicy());
            case EMAIL -> NameIDType.EMAIL;
            case UID -> NameIDType.PERSISTENT;
            case USERNAME, UPN -> NameIDType.UNSPECIFIED;
        };
    }

    private static String value(User user, ServiceProvider party, String format) {
        return switch (party.settings().nameId()) {
            case FORMAT -> ofFormat(user, party, format);
            case EMAIL -> filled(Optional.of(user.email()), "e-mail address");
            case UID -> uid(user, party);
            case USERNAME -> user.username();
            case UPN -> filled(user.attributes().text("upn"), "attribute upn");
        };
    }

    private static String ofFormat(User user, ServiceProvider party, String format) {
        return switch (format) {
            case NameIDType.TRANSIENT -> Identifiers.random();
            case NameIDType.EMAIL -> filled(Optional.of(user.email()), "e-mail address");
            default -> uid(user, party);
        };
    }

    /** Another one at each service provider, so that they cannot compare. */
    static String uid(User user, ServiceProvider party) {
        return Identifiers.hash("nameid", party.id(), user.id());
    }

    private static String filled(Optional<String> value, String what) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> INVALID_NAME_ID_POLICY.because("The user has no " + what + " to be named by."));
    }
}

package org.gatewright.protocols.saml.respond;

import static org.gatewright.protocols.saml.xml.SamlError.NO_AUTHN_CONTEXT;

import java.time.Instant;
import java.util.List;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.spi.session.Session;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/** Makes assertions: who signed in, how, for whom, and for how long (SAML profiles section 4.1.4.2). */
final class Assertions {

    private Assertions() {}

    static Assertion make(AuthnWish wish, ServiceProvider party, SignedIn who, List<Told> attributes, Instant now) {
        Assertion assertion = Xml.make(Assertion.class, Assertion.DEFAULT_ELEMENT_NAME);
        assertion.setID(Identifiers.random());
        assertion.setIssueInstant(now);
        assertion.setIssuer(Messages.issuer(wish.reply().own()));
        assertion.setSubject(subject(wish, party, who, now));
        assertion.setConditions(conditions(party, now));
        assertion.getAuthnStatements().add(authentication(wish, party, who.session(), now));
        if (!attributes.isEmpty()) {
            AttributeStatement statement = Xml.make(AttributeStatement.class, AttributeStatement.DEFAULT_ELEMENT_NAME);
            attributes.stream().map(Assertions::attribute).forEach(statement.getAttributes()::add);
            assertion.getAttributeStatements().add(statement);
        }
        return assertion;
    }

    private static Subject subject(AuthnWish wish, ServiceProvider party, SignedIn who, Instant now) {
        Reply reply = wish.reply();
        NameID name = NameIds.name(who.user(), party, reply.own(), wish.nameIdFormat());
        SubjectConfirmationData data =
                Xml.make(SubjectConfirmationData.class, SubjectConfirmationData.DEFAULT_ELEMENT_NAME);
        data.setRecipient(reply.acs());
        data.setNotOnOrAfter(now.plus(party.settings().assertionValidNotOnOrAfter()));
        reply.inResponseTo().ifPresent(data::setInResponseTo);
        SubjectConfirmation confirmation =
                Xml.make(SubjectConfirmation.class, SubjectConfirmation.DEFAULT_ELEMENT_NAME);
        confirmation.setMethod(SubjectConfirmation.METHOD_BEARER);
        confirmation.setSubjectConfirmationData(data);
        Subject subject = Xml.make(Subject.class, Subject.DEFAULT_ELEMENT_NAME);
        subject.setNameID(name);
        subject.getSubjectConfirmations().add(confirmation);
        return subject;
    }

    private static Conditions conditions(ServiceProvider party, Instant now) {
        SamlSettings settings = party.settings();
        Audience audience = Xml.make(Audience.class, Audience.DEFAULT_ELEMENT_NAME);
        audience.setURI(party.entityId());
        AudienceRestriction restriction = Xml.make(AudienceRestriction.class, AudienceRestriction.DEFAULT_ELEMENT_NAME);
        restriction.getAudiences().add(audience);
        Conditions conditions = Xml.make(Conditions.class, Conditions.DEFAULT_ELEMENT_NAME);
        conditions.setNotBefore(now.minus(settings.assertionValidNotBefore()));
        conditions.setNotOnOrAfter(now.plus(settings.assertionValidNotOnOrAfter()));
        conditions.getAudienceRestrictions().add(restriction);
        return conditions;
    }

    private static AuthnStatement authentication(AuthnWish wish, ServiceProvider party, Session session, Instant now) {
        String uri = wish.context()
                .met(session.methods())
                .orElseThrow(() -> NO_AUTHN_CONTEXT.because("The user did not sign in as the request demands."));
        AuthnContextClassRef reference =
                Xml.make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        reference.setURI(uri);
        AuthnContext context = Xml.make(AuthnContext.class, AuthnContext.DEFAULT_ELEMENT_NAME);
        context.setAuthnContextClassRef(reference);
        AuthnStatement statement = Xml.make(AuthnStatement.class, AuthnStatement.DEFAULT_ELEMENT_NAME);
        statement.setAuthnInstant(session.authTime());
        statement.setSessionIndex("_" + Identifiers.hash("session", party.id(), session.id()));
        statement.setSessionNotOnOrAfter(now.plus(party.settings().sessionValidNotOnOrAfter()));
        statement.setAuthnContext(context);
        return statement;
    }

    private static Attribute attribute(Told told) {
        Attribute attribute = Xml.make(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        attribute.setName(told.name());
        attribute.setNameFormat(told.name().contains(":") ? Attribute.URI_REFERENCE : Attribute.BASIC);
        told.friendlyName().ifPresent(attribute::setFriendlyName);
        XSStringBuilder builder = new XSStringBuilder();
        for (String text : told.values()) {
            XSString value = builder.buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(text);
            attribute.getAttributeValues().add(value);
        }
        return attribute;
    }
}

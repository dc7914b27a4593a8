package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.xml.Xml;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDType;
import org.w3c.dom.Element;

/** Finds out who asks and where the answer may go. What is wrong here is told to the person, never to an address of the request. */
public final class AuthnRequestReader {

    /** How old a request may be: browsers bring it at once. */
    public static final Duration OLDEST = Duration.ofMinutes(10);

    private static final String WHAT = "The request";
    private static final String DESTINATION = "Destination";
    private static final String ACS_URL = "AssertionConsumerServiceURL";
    private static final Set<String> BOOLEANS = Set.of("true", "false", "1", "0");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");

    private AuthnRequestReader() {}

    /** A request from whom it says, and where it may be answered. */
    public record Checked(AuthnRequest request, Reply reply) {}

    /**
     * Checks a request.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@link org.gatewright.protocols.saml.xml.SamlError#REFUSED}
     */
    public static Checked check(Received received, ServiceProvider party, IdentityProvider own, Instant now) {
        Element root = received.xml();
        requireMessage(root);
        EnvelopedSignature.checkShape(root);
        AuthnRequest request = Xml.read(AuthnRequest.class, root, WHAT);
        requireIssuer(request.getIssuer(), party);
        boolean signed = SignatureCheck.check(received, request, party);
        requireDestination(received, signed);
        requireRecent(request, party, now);
        Reply reply = new Reply(
                acs(request, root, party),
                Optional.of(root.getAttribute("ID")),
                received.relayState(),
                own,
                party.id().toString());
        return new Checked(request, reply);
    }

    private static void requireMessage(Element root) {
        require(
                SAMLConstants.SAML20P_NS.equals(root.getNamespaceURI()) && "AuthnRequest".equals(root.getLocalName()),
                "The message is no AuthnRequest of SAML 2.0.");
        require("2.0".equals(root.getAttribute("Version")), "The request is not of SAML 2.0.");
        require(ID.matcher(root.getAttribute("ID")).matches(), "The request has no ID, or one that is none.");
        require(hasBooleans(root), WHAT + " is malformed.");
    }

    private static void requireIssuer(@Nullable Issuer issuer, ServiceProvider party) {
        if (issuer == null || issuer.getValue() == null) {
            throw REFUSED.because("The request does not say who sent it.");
        }
        String format = issuer.getFormat();
        require(format == null || format.equals(NameIDType.ENTITY), "The issuer of the request is no entity.");
        require(
                issuer.getValue().strip().equals(party.entityId()),
                "The request was sent by somebody else than this application. An administrator can compare its entity ID"
                        + " with the audience of the provider, character by character.");
    }

    /** What is signed says where it goes, so that nobody takes it elsewhere (SAML bindings sections 3.4.5.2 and 3.5.5.2). */
    private static void requireDestination(Received received, boolean signed) {
        boolean says = received.xml().hasAttribute(DESTINATION);
        require(says || !signed, "The request is signed, but does not say where it goes.");
        require(
                !says || received.destinations().contains(received.xml().getAttribute(DESTINATION)),
                "The request was meant for another address.");
    }

    /** The library takes what is no boolean for false. */
    private static boolean hasBooleans(Element root) {
        return Stream.of("ForceAuthn", "IsPassive")
                .filter(root::hasAttribute)
                .allMatch(name -> BOOLEANS.contains(root.getAttribute(name)));
    }

    private static void requireRecent(AuthnRequest request, ServiceProvider party, Instant now) {
        Instant issued = request.getIssueInstant();
        Duration skew = party.settings().clockSkew();
        require(issued != null, "The request does not say when it was made.");
        require(
                issued != null && !issued.isAfter(now.plus(skew)),
                "The request was made in the future. An administrator can compare the clocks of both sides.");
        require(
                issued != null && !issued.isBefore(now.minus(OLDEST).minus(skew)),
                "The request is too old. Start again from the application.");
    }

    /** The library takes an empty text for none. */
    private static String acs(AuthnRequest request, Element root, ServiceProvider party) {
        Integer index = request.getAssertionConsumerServiceIndex();
        boolean says = root.hasAttribute(ACS_URL);
        require(!says || index == null, "The request says twice where the answer goes.");
        if (says) {
            String url = root.getAttribute(ACS_URL);
            require(
                    party.acs().contains(url),
                    "The address for the answer is not registered for this application. An administrator can add it to"
                            + " the provider, character by character.");
            return url;
        }
        return index == null
                ? party.defaultAcs()
                : party.acs(index)
                        .orElseThrow(() -> REFUSED.because("There is no address for the answer with this index."));
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw REFUSED.because(sentence);
        }
    }
}

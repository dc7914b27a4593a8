package org.gatewright.protocols.saml.respond;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.request.AuthnWish;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.xml.SamlError;
import org.gatewright.protocols.saml.xml.Xml;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.CertifiedKeys;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;

/** Answers service providers: with an assertion, or with a status. */
public final class Responder {

    /**
     * A form that the browser posts.
     *
     * @param to an address that is registered
     */
    public record Form(URI to, Map<String, String> fields) {}

    private final Attributes attributes;
    private final Seal seal;

    /** Creates it over what is told, and what signs. */
    public Responder(Attributes attributes, CertifiedKeys keys) {
        this.attributes = attributes;
        this.seal = new Seal(keys);
    }

    /**
     * Answers with an assertion.
     *
     * @throws GatewrightException with a {@link SamlError} if the user cannot be named as asked, or did not sign in as asked; with another one if an attribute cannot be made
     */
    public Form success(AuthnWish wish, ServiceProvider party, SignedIn who, Instant now) {
        Assertion assertion = Assertions.make(wish, party, who, attributes.of(who.user(), party), now);
        if (party.signsAssertions()) {
            seal.sign(assertion, party);
        }
        Response response = Messages.success(wish.reply(), now);
        Optional<X509Certificate> encryption = party.encryption();
        if (encryption.isPresent()) {
            response.getEncryptedAssertions().add(seal.encrypt(assertion, encryption.get()));
        } else {
            response.getAssertions().add(assertion);
        }
        if (party.settings().signResponse()) {
            seal.sign(response, party);
        }
        return form(wish.reply(), response);
    }

    /** Answers with a status. It is signed in any case, as there is no assertion that could be. */
    public Form failure(Reply reply, ServiceProvider party, GatewrightException error, Instant now) {
        Response response = Messages.failure(reply, now, ((SamlError) error.code()).status(), error.detail());
        seal.sign(response, party);
        return form(reply, response);
    }

    private static Form form(Reply reply, Response response) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "SAMLResponse",
                Base64.getEncoder().encodeToString(Xml.write(response).getBytes(StandardCharsets.UTF_8)));
        reply.relayState().ifPresent(state -> fields.put("RelayState", state));
        return new Form(URI.create(reply.acs()), fields);
    }
}

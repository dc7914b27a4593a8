package org.gatewright.protocols.saml.respond;

import java.time.Instant;
import java.util.List;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.request.Reply;
import org.gatewright.protocols.saml.xml.Xml;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.StatusMessage;

/** Makes the outside of responses. */
final class Messages {

    private Messages() {}

    static Issuer issuer(IdentityProvider own) {
        Issuer issuer = Xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(own.entityId());
        return issuer;
    }

    static Response success(Reply reply, Instant now) {
        return response(reply, now, status(List.of(StatusCode.SUCCESS)));
    }

    /**
     * Makes a response without an assertion.
     *
     * @param codes from the outside in
     */
    static Response failure(Reply reply, Instant now, List<String> codes, String sentence) {
        StatusMessage message = Xml.make(StatusMessage.class, StatusMessage.DEFAULT_ELEMENT_NAME);
        message.setValue(sentence);
        Status status = status(codes);
        status.setStatusMessage(message);
        return response(reply, now, status);
    }

    private static Response response(Reply reply, Instant now, Status status) {
        Response response = Xml.make(Response.class, Response.DEFAULT_ELEMENT_NAME);
        response.setID(Identifiers.random());
        response.setIssueInstant(now);
        response.setDestination(reply.acs());
        reply.inResponseTo().ifPresent(response::setInResponseTo);
        response.setIssuer(issuer(reply.own()));
        response.setStatus(status);
        return response;
    }

    private static Status status(List<String> codes) {
        StatusCode inner = code(codes.get(codes.size() - 1));
        for (int i = codes.size() - 2; i >= 0; i--) {
            StatusCode outer = code(codes.get(i));
            outer.setStatusCode(inner);
            inner = outer;
        }
        Status status = Xml.make(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(inner);
        return status;
    }

    private static StatusCode code(String uri) {
        StatusCode code = Xml.make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(uri);
        return code;
    }
}

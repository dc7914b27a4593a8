package org.gatewright.protocols.saml.xml;

import java.util.List;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.opensaml.saml.saml2.core.StatusCode;

/** What can be wrong with a request: what is told to the person in front of the browser, and what is told to the service provider by a status. */
public enum SamlError implements ErrorCode {
    /** It cannot be read, or nobody knows whether it comes from whom it says: a page, no response. */
    REFUSED("saml/refused", ErrorKind.USER),
    /** There is no such application, or it does not use this protocol: the entry says so. */
    UNKNOWN_APPLICATION("saml/unknown-application", ErrorKind.NOT_FOUND),
    /** The user would have to be asked, and may not be. */
    NO_PASSIVE("saml/no-passive", ErrorKind.DENIED, StatusCode.RESPONDER, StatusCode.NO_PASSIVE),
    /** The user or a policy said no. */
    REQUEST_DENIED("saml/request-denied", ErrorKind.DENIED, StatusCode.RESPONDER, StatusCode.REQUEST_DENIED),
    /** The user did not sign in as the request demands. */
    AUTHN_FAILED("saml/authn-failed", ErrorKind.DENIED, StatusCode.RESPONDER, StatusCode.AUTHN_FAILED),
    /** The user did not sign in in a way that will do. */
    NO_AUTHN_CONTEXT("saml/no-authn-context", ErrorKind.DENIED, StatusCode.RESPONDER, StatusCode.NO_AUTHN_CONTEXT),
    /** Users are not named so. */
    INVALID_NAME_ID_POLICY(
            "saml/invalid-nameid-policy", ErrorKind.USER, StatusCode.REQUESTER, StatusCode.INVALID_NAMEID_POLICY),
    /** Responses do not travel so. */
    UNSUPPORTED_BINDING(
            "saml/unsupported-binding", ErrorKind.USER, StatusCode.REQUESTER, StatusCode.UNSUPPORTED_BINDING),
    /** The request asks for something that is not done here. */
    REQUEST_UNSUPPORTED(
            "saml/request-unsupported", ErrorKind.USER, StatusCode.REQUESTER, StatusCode.REQUEST_UNSUPPORTED);

    private final String code;
    private final ErrorKind kind;
    private final List<String> status;

    SamlError(String code, ErrorKind kind, String... status) {
        this.code = code;
        this.kind = kind;
        this.status = List.of(status);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    /** Returns the status of a response that tells of it, from the outside in; empty if there is none. */
    public List<String> status() {
        return status;
    }

    /** Says what exactly is wrong. */
    public GatewrightException because(String detail) {
        return new GatewrightException(this, detail);
    }

    /** Says what exactly is wrong, and what a library found. */
    public GatewrightException because(String detail, Throwable cause) {
        return new GatewrightException(this, detail, cause);
    }
}

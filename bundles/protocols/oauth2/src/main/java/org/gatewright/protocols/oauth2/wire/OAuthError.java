package org.gatewright.protocols.oauth2.wire;

import java.util.Locale;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;

/** The errors of RFC 6749, RFC 6750 and OpenID Connect Core, by the names they have there. */
public enum OAuthError implements ErrorCode {
    /** A parameter is missing, repeated or malformed. */
    INVALID_REQUEST(400, ErrorKind.USER),
    /** The client did not prove who it is. */
    INVALID_CLIENT(401, ErrorKind.DENIED),
    /** The code or refresh token is not good, or not this client's. */
    INVALID_GRANT(400, ErrorKind.USER),
    /** The client may not use this grant type. */
    UNAUTHORIZED_CLIENT(400, ErrorKind.DENIED),
    /** Nobody may use this grant type. */
    UNSUPPORTED_GRANT_TYPE(400, ErrorKind.USER),
    /** Nobody may use this response type. */
    UNSUPPORTED_RESPONSE_TYPE(400, ErrorKind.USER),
    /** The scope is malformed, unknown, or more than was granted. */
    INVALID_SCOPE(400, ErrorKind.USER),
    /** The user or a policy said no. */
    ACCESS_DENIED(403, ErrorKind.DENIED),
    /** The user would have to sign in, and may not be asked. */
    LOGIN_REQUIRED(403, ErrorKind.DENIED),
    /** The user would have to agree, and may not be asked. */
    CONSENT_REQUIRED(403, ErrorKind.DENIED),
    /** Request objects are not supported. */
    REQUEST_NOT_SUPPORTED(400, ErrorKind.USER),
    /** Request objects by reference are not supported. */
    REQUEST_URI_NOT_SUPPORTED(400, ErrorKind.USER),
    /** Registration by parameter is not supported. */
    REGISTRATION_NOT_SUPPORTED(400, ErrorKind.USER),
    /** The access token is not good. */
    INVALID_TOKEN(401, ErrorKind.DENIED),
    /** The access token does not reach that far. */
    INSUFFICIENT_SCOPE(403, ErrorKind.DENIED),
    /** There is no such application, or it does not use this protocol. Not an error of any RFC: the entry's problem document says it. */
    UNKNOWN_APPLICATION(404, ErrorKind.NOT_FOUND);

    private final int status;
    private final ErrorKind kind;

    OAuthError(int status, ErrorKind kind) {
        this.status = status;
        this.kind = kind;
    }

    /** Returns the value of the parameter {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the status of an answer that tells a client of this error. */
    public int status() {
        return status;
    }

    /**
     * Makes the exception.
     *
     * @param detail a sentence for developers of clients, without quotation marks and backslashes (RFC 6749 section 5.2), and without anything they sent
     */
    public GatewrightException because(String detail) {
        return new GatewrightException(this, detail);
    }

    @Override
    public String code() {
        return "protocol.oauth2/" + word();
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}

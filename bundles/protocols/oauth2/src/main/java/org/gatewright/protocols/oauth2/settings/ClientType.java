package org.gatewright.protocols.oauth2.settings;

/** Whether a client can keep a secret (RFC 6749 section 2.1). */
public enum ClientType {
    /** It can. */
    CONFIDENTIAL,
    /** It cannot. */
    PUBLIC
}

package org.gatewright.protocols.oauth2.settings;

/** Whether a confidential client must use PKCE (RFC 7636). */
public enum Pkce {
    /** It may: a challenge that is sent counts. */
    OPTIONAL,
    /** It must. */
    REQUIRED
}

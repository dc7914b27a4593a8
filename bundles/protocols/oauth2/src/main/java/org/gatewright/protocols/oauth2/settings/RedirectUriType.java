package org.gatewright.protocols.oauth2.settings;

/** What a redirect URI is for. */
public enum RedirectUriType {
    /** The answer to an authorization request. */
    AUTHORIZATION,
    /** The way back after a sign-out. */
    LOGOUT
}

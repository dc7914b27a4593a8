package org.gatewright.protocols.oauth2.settings;

/** What calls itself the issuer. */
public enum IssuerMode {
    /** Each application is an issuer of its own. */
    PER_PROVIDER,
    /** The whole server is one. */
    GLOBAL
}

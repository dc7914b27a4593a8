package org.gatewright.protocols.oauth2.settings;

/** What a client may do at the token endpoint. */
public enum GrantType {
    /** Exchange an authorization code. */
    AUTHORIZATION_CODE,
    /** Renew its tokens. */
    REFRESH_TOKEN,
    /** Get tokens for itself. */
    CLIENT_CREDENTIALS;

    /** Returns the value of the parameter {@code grant_type}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

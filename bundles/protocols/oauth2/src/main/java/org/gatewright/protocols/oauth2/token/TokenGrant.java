package org.gatewright.protocols.oauth2.token;

/** What one grant type does with a token request. */
@FunctionalInterface
interface TokenGrant {

    /** Decides. A malformed request is thrown, before anything is written. */
    TokenOutcome exchange(TokenRequest request);
}

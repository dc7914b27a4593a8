package org.gatewright.protocols.oauth2.token;

import java.util.Optional;

/**
 * What an ID token that a client sent back says.
 *
 * @param subject the user
 * @param session the session it was issued in
 */
public record IdTokenHint(String subject, Optional<String> session) {}

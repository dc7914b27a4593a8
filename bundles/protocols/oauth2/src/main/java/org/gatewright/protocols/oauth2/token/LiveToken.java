package org.gatewright.protocols.oauth2.token;

import java.util.Optional;
import org.gatewright.spi.session.Grant;

/**
 * An access token that is good now.
 *
 * @param token the token
 * @param grant the grant it hangs off; empty for a client's own token
 */
public record LiveToken(AccessToken token, Optional<Grant> grant) {}

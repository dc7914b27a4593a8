package org.gatewright.port.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A token for the API or an application password. The key itself is not kept.
 *
 * @param identifier unique, for people
 * @param intent {@code api} or {@code app_password}
 * @param expires empty for never
 */
public record ApiToken(
        UUID id, String identifier, String intent, UUID user, String description, Optional<Instant> expires) {}

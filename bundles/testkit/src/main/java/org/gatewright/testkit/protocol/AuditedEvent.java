package org.gatewright.testkit.protocol;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/**
 * An audit event that a protocol recorded.
 *
 * @since 1.0
 */
public record AuditedEvent(String action, Optional<User> user, JsonObject context) {}

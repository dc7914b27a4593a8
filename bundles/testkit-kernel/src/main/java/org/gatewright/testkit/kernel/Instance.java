package org.gatewright.testkit.kernel;

import java.util.UUID;
import org.gatewright.spi.plugin.Kind;

/**
 * A stage, a policy or a provider that an administrator has made.
 *
 * @since 1.0
 */
public record Instance(UUID id, Kind kind, String name) {}

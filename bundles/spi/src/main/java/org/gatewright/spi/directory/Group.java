package org.gatewright.spi.directory;

import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/**
 * A group at one moment.
 *
 * @param id never changes and is never given to another group
 * @param name unique, compared without case
 * @param superuser whether its members are superusers
 * @param attributes free data of the organisation
 * @since 1.4
 */
public record Group(UUID id, String name, boolean superuser, JsonObject attributes) {}

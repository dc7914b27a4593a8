package org.gatewright.spi.outpost;

import java.util.UUID;

/**
 * A connection as it is now.
 *
 * @param id of this connection
 * @param address the IP address of the other side
 * @param encrypted whether it is under TLS
 * @since 1.4
 */
public record Connection(UUID id, String address, boolean encrypted) {}

package org.gatewright.spi.outpost;

/**
 * A port that an outpost wants. Whether and where it is opened is said by the setting {@code listen.<name>} of the installation.
 *
 * @param name letters {@code a} to {@code z}, such as {@code ldap}
 * @param encrypted whether TLS comes first, with the certificate of the server
 * @since 1.4
 */
public record Endpoint(String name, boolean encrypted) {}

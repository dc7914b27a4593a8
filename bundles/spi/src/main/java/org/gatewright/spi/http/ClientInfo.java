package org.gatewright.spi.http;

import java.net.URI;

/**
 * Who sent a request, after trusted proxies are taken into account.
 *
 * @param address the IP address in text form
 * @param userAgent the header, shortened to 512 characters, may be empty
 * @param origin scheme, host and port as the client sees them, without a path: {@code https://id.example.org}
 * @since 1.0
 */
public record ClientInfo(String address, String userAgent, URI origin) {}

package org.gatewright.port.outpost;

/**
 * Who has connected, and to what.
 *
 * @param address the IP address of the other side
 * @param endpoint the name of the port
 * @param host the IP address of this machine that they have connected to
 * @param port the number of the port
 * @param encrypted whether TLS came first
 */
public record Peer(String address, String endpoint, String host, int port, boolean encrypted) {}

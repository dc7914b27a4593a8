package org.gatewright.http.request;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.gatewright.spi.http.AddressRange;

/** Who is at the other end of the connection, whatever headers say. */
final class Peer {

    private static final AddressRange LOOPBACK = AddressRange.parse("127.0.0.0/8");
    private static final AddressRange LOOPBACK_6 = AddressRange.parse("::1");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");

    private Peer() {}

    /**
     * Tells whether a program on this machine sent the request on its own behalf: over loopback, to a local name, and without any header that a proxy adds. What a
     * proxy on this machine passes on is somebody else's, trusted or not.
     */
    static boolean isLocal(HttpServletRequest request, String host) {
        String address = request.getRemoteAddr();
        return (LOOPBACK.contains(address) || LOOPBACK_6.contains(address))
                && LOCAL_NAMES.contains(host)
                && Collections.list(request.getHeaderNames()).stream().noneMatch(Peer::isOfProxy);
    }

    private static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name) || name.startsWith("x-forwarded-");
    }
}

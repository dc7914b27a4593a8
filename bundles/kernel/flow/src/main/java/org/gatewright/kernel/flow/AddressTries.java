package org.gatewright.kernel.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatewright.spi.http.AddressRange;
import org.osgi.service.component.annotations.Component;

/**
 * Counts attempts to use a second factor that failed from each address, for whatever users, in the memory of this node. An attempt is counted before it is looked at
 * and taken back if it was right, so attempts at the same moment do not slip through. Networks of IPv6 count as one address.
 */
@Component(service = AddressTries.class)
public final class AddressTries {

    /** Attempts that may fail within the window. */
    static final int MOST = 60;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int ADDRESSES = 10_000;
    /** Bytes of what one customer gets: a whole IPv4 address, or an IPv6 network of 64 bits. */
    private static final int NETWORK = 8;

    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Window(Instant begun, int failures) {
        Window plus(int more) {
            return new Window(begun, Math.max(0, failures + more));
        }
    }

    /** Counts an attempt; false, and not counted, if there were too many. */
    synchronized boolean begin(String address, Instant now) {
        Window window = window(address, now);
        if (window.failures() >= MOST) {
            return false;
        }
        windows.put(network(address), window.plus(1));
        return true;
    }

    /** Takes an attempt back that was right. */
    synchronized void succeeded(String address, Instant now) {
        windows.put(network(address), window(address, now).plus(-1));
    }

    private Window window(String address, Instant now) {
        Window window = windows.get(network(address));
        return window == null || !window.begun().plus(WINDOW).isAfter(now) ? new Window(now, 0) : window;
    }

    private static String network(String address) {
        if (!AddressRange.isAddress(address)) {
            return address;
        }
        byte[] bytes = AddressRange.parse(address).network();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK));
    }
}

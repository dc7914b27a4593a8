package org.gatewright.http.request;

import java.util.List;
import org.gatewright.port.settings.Settings;
import org.gatewright.spi.http.AddressRange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The addresses whose {@code X-Forwarded-*} and {@code Forwarded} headers count. */
@Component(service = TrustedProxies.class)
public final class TrustedProxies {

    private static final String DEFAULT =
            "127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fe80::/10,fc00::/7,::1/128";

    private final List<AddressRange> ranges;

    /** Reads {@code GATEWRIGHT_LISTEN__TRUSTED_PROXY_CIDRS}. */
    @Activate
    public TrustedProxies(@Reference Settings settings) {
        this(settings.get("listen", "trusted_proxy_cidrs").orElse(DEFAULT));
    }

    TrustedProxies(String ranges) {
        this.ranges = AddressRange.list(ranges);
    }

    boolean trusts(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}

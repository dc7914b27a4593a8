package org.gatewright.http.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.gatewright.spi.http.AddressRange;
import org.gatewright.spi.http.ClientInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds who sent a request and by which name they know this server. Headers of proxies count only if the peer is a trusted proxy; of a chain of addresses the last
 * one that is not a trusted proxy is the client.
 */
@Component(service = ClientResolver.class)
public final class ClientResolver {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(?::[0-9]{1,5})?");
    private static final int LONGEST_AGENT = 512;

    private final TrustedProxies proxies;

    /** Resolves with these proxies. */
    @Activate
    public ClientResolver(@Reference TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Resolves the request.
     *
     * @throws BadRequestException if the host is not one
     */
    public ClientInfo resolve(HttpServletRequest request) {
        boolean trusted = proxies.trusts(request.getRemoteAddr());
        Forwarded forwarded = trusted ? Forwarded.of(request) : Forwarded.NONE;
        String scheme = forwarded.scheme().orElse(request.getScheme());
        String host = forwarded
                .host()
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .orElse(request.getLocalName());
        return new ClientInfo(
                address(request.getRemoteAddr(), forwarded.chain()), agent(request), origin(scheme, host));
    }

    private String address(String peer, List<String> chain) {
        List<String> hops = new ArrayList<>(chain);
        Collections.reverse(hops);
        String client = peer;
        for (String hop : hops) {
            if (!proxies.trusts(client) || !AddressRange.isAddress(hop)) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private static URI origin(String scheme, String host) {
        if (!HOST.matcher(host).matches()) {
            throw new BadRequestException("The host name of the request is not valid.");
        }
        String standardPort = scheme.equals("https") ? ":443" : ":80";
        String name = host.endsWith(standardPort) ? host.substring(0, host.length() - standardPort.length()) : host;
        return URI.create(scheme + "://" + name.toLowerCase(Locale.ROOT));
    }

    private static String agent(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
}

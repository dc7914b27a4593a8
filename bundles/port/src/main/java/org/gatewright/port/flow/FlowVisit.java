package org.gatewright.port.flow;

import java.util.Map;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.http.Parameters;

/**
 * A visit of a flow by a browser or a headless client.
 *
 * @param slug the flow
 * @param query the parameters of the flow page's address: {@code next}, {@code state}
 * @param cookies of the server, by name of {@link CookieNames}
 */
public record FlowVisit(String slug, Parameters query, Map<String, String> cookies, ClientInfo client) {

    /** Copies the cookies. */
    public FlowVisit {
        cookies = Map.copyOf(cookies);
    }

    /** Keeps cookies out of logs. */
    @Override
    public String toString() {
        return "FlowVisit[" + slug + "]";
    }
}

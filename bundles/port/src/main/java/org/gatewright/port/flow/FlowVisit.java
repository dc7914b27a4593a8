package org.gatewright.port.flow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.http.Parameters;

/**
 * A visit of a flow by a browser or a headless client.
 *
 * @param slug the flow
 * @param query the parameters of the flow page's address: {@code next}, {@code state}
 * @param cookies of the server, by name of {@link CookieNames}
 * @param languages in which texts are wanted, the most wanted one first
 */
public record FlowVisit(
        String slug, Parameters query, Map<String, String> cookies, ClientInfo client, List<Locale> languages) {

    /** Copies the collections. */
    public FlowVisit {
        cookies = Map.copyOf(cookies);
        languages = List.copyOf(languages);
    }

    /** Of somebody who takes any language. */
    public FlowVisit(String slug, Parameters query, Map<String, String> cookies, ClientInfo client) {
        this(slug, query, cookies, client, List.of());
    }

    /** Keeps cookies out of logs. */
    @Override
    public String toString() {
        return "FlowVisit[" + slug + "]";
    }
}

package org.gatewright.kernel.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;

/** Addresses of the flow page. */
final class FlowAddress {

    private FlowAddress() {}

    /** The page that goes on with the flow. Slug and ticket need no escapes. */
    static URI page(Origin origin, String ticket) {
        return URI.create("/if/flow/" + origin.slug() + "/?" + FlowStates.STATE + "=" + ticket);
    }

    /** The page that begins the flow and goes on to the target at its end. */
    static URI other(String slug, Optional<String> next) {
        String page = "/if/flow/" + slug + "/";
        return URI.create(next.map(target -> page + "?next=" + URLEncoder.encode(target, UTF_8))
                .orElse(page));
    }
}

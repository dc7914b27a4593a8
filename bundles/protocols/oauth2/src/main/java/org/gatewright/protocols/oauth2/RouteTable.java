package org.gatewright.protocols.oauth2;

import static org.gatewright.protocols.oauth2.wire.OAuthError.UNKNOWN_APPLICATION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatewright.protocols.oauth2.wire.Endpoint;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.protocol.Route;

/** Which endpoint serves which address. */
final class RouteTable {

    private final List<Route> routes;
    private final Map<String, Endpoint> fixed;
    private final Map<Pattern, Endpoint> templates;

    private RouteTable(Builder builder) {
        this.routes = List.copyOf(builder.routes);
        this.fixed = Map.copyOf(builder.fixed);
        this.templates = new LinkedHashMap<>(builder.templates);
    }

    List<Route> routes() {
        return routes;
    }

    Endpoint endpoint(Request request) {
        Endpoint endpoint = fixed.get(request.path());
        return endpoint != null
                ? endpoint
                : templates.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(request.path()).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> UNKNOWN_APPLICATION.because("This address does not exist."));
    }

    /** Collects the addresses. */
    static final class Builder {

        private static final Set<String> GET = Set.of("GET");
        private static final Set<String> POST = Set.of("POST");
        private static final Set<String> BOTH = Set.of("GET", "POST");

        private final List<Route> routes = new ArrayList<>();
        private final Map<String, Endpoint> fixed = new LinkedHashMap<>();
        private final Map<Pattern, Endpoint> templates = new LinkedHashMap<>();

        /** Browsers come here with the user's session, so scripts of other origins do not. */
        Builder page(String path, Endpoint endpoint) {
            return add(new Route(BOTH, path, false), endpoint);
        }

        /** Servers post here. */
        Builder server(String path, Endpoint endpoint) {
            return add(new Route(POST, path, false), endpoint);
        }

        /** Clients post here, in browsers too. */
        Builder post(String path, Endpoint endpoint) {
            return add(new Route(POST, path, true), endpoint);
        }

        /** Clients read here. */
        Builder get(String path, Endpoint endpoint) {
            return add(new Route(GET, path, true), endpoint);
        }

        /** People come here. */
        Builder visit(String path, Endpoint endpoint) {
            return add(new Route(GET, path, false), endpoint);
        }

        /** Clients read here, also by POST. */
        Builder data(String path, Endpoint endpoint) {
            return add(new Route(BOTH, path, true), endpoint);
        }

        RouteTable build() {
            return new RouteTable(this);
        }

        private Builder add(Route route, Endpoint endpoint) {
            routes.add(route);
            if (route.path().indexOf('{') < 0) {
                fixed.put(route.path(), endpoint);
            } else {
                templates.put(
                        Pattern.compile(route.path().replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+")), endpoint);
            }
            return this;
        }
    }
}

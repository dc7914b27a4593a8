package org.gatewright.http.endpoint;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Cookies;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.directory.Users;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.flow.FlowVisit;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.http.Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads a browser to where it should be: the library, the brand's flows, or the set-up page as long as nobody administers this server. */
@Component
public final class HomeEndpoint implements Endpoint {

    private static final Set<String> PATHS = Set.of(
            "/",
            "/if/flow/redirect/",
            "/flows/-/default/authentication/",
            "/flows/-/default/invalidation/",
            "/flows/-/cancel/");
    private static final String SETUP = "/if/flow/initial-setup/";

    private final Configuration configuration;
    private final FlowEngine engine;
    private final Sessions sessions;
    private final Users users;

    /** Leads with these services. */
    @Activate
    public HomeEndpoint(
            @Reference Configuration configuration,
            @Reference FlowEngine engine,
            @Reference Sessions sessions,
            @Reference Users users) {
        this.configuration = configuration;
        this.engine = engine;
        this.sessions = sessions;
        this.users = users;
    }

    @Override
    public boolean handles(String path) {
        return PATHS.contains(path) || PATHS.contains(path + "/");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        String path = exchange.path().endsWith("/") ? exchange.path() : exchange.path() + "/";
        switch (path) {
            case "/flows/-/default/invalidation/" ->
                toFlow(exchange, brand(exchange).flowInvalidation());
            case "/flows/-/cancel/" -> cancel(exchange);
            case "/" -> home(exchange);
            default -> toSignIn(exchange);
        }
    }

    private void home(Exchange exchange) throws IOException {
        boolean signedIn = Optional.ofNullable(exchange.cookies().get(CookieNames.SESSION))
                .flatMap(sessions::resolve)
                .isPresent();
        if (signedIn) {
            Answers.redirect(exchange, "/if/user/");
        } else {
            toSignIn(exchange);
        }
    }

    private void toSignIn(Exchange exchange) throws IOException {
        if (users.hasSuperuser()) {
            toFlow(exchange, brand(exchange).flowAuthentication());
        } else {
            Answers.redirect(exchange, SETUP);
        }
    }

    private void toFlow(Exchange exchange, Optional<UUID> flow) throws IOException {
        ConfigurationSnapshot snapshot = configuration.snapshot();
        Optional<String> slug =
                flow.flatMap(snapshot::flow).map(entry -> entry.value().slug());
        if (slug.isEmpty()) {
            Answers.problem(
                    exchange,
                    404,
                    "http/no-flow",
                    "Not set up",
                    "The brand of this host name has no such flow. An administrator can set one.");
            return;
        }
        String next = exchange.query()
                .first("next")
                .map(target -> "?next=" + URLEncoder.encode(target, StandardCharsets.UTF_8))
                .orElse("");
        Answers.redirect(exchange, "/if/flow/" + slug.get() + "/" + next);
    }

    private void cancel(Exchange exchange) {
        Cookies.write(
                exchange, engine.cancel(new FlowVisit("", Parameters.none(), exchange.cookies(), exchange.client())));
        Answers.redirect(exchange, "/");
    }

    private BrandFields brand(Exchange exchange) {
        return configuration
                .snapshot()
                .brand(exchange.client().origin().getHost())
                .value();
    }
}

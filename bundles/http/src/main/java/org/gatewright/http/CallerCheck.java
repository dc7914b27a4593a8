package org.gatewright.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.http.Caller;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds out who calls the API: by a bearer token (RFC 6750), or by the session of a browser, which for every method that changes something must send the CSRF token
 * from its cookie in the header {@code X-Gatewright-CSRF} and come from this origin. Only then a body is read whose length depends on the caller.
 */
@Component(service = CallerCheck.class)
public final class CallerCheck {

    private static final String CSRF_HEADER = "X-Gatewright-CSRF";

    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Directory directory;
    private final AccessControl access;
    private final BodyLimits limits;

    /** Checks with these services. */
    @Activate
    public CallerCheck(
            @Reference ApiTokens tokens,
            @Reference Sessions sessions,
            @Reference Directory directory,
            @Reference AccessControl access,
            @Reference BodyLimits limits) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.directory = directory;
        this.access = access;
        this.limits = limits;
    }

    boolean admits(Exchange exchange) throws IOException {
        boolean admitted = knowsCaller(exchange);
        if (admitted && limits.dependOnCaller(exchange.method(), exchange.path())) {
            exchange.request().read(mayInstall(exchange) ? limits.artifact() : limits.usual());
        }
        return admitted;
    }

    private boolean mayInstall(Exchange exchange) {
        return exchange.request().getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                && access.allows(new Actor(caller.user(), caller.client().address()), Permission.of("add", "plugin"));
    }

    private boolean knowsCaller(Exchange exchange) throws IOException {
        String authorization = exchange.request().getHeader("Authorization");
        if (authorization != null) {
            return admitsBearer(exchange, authorization);
        }
        Optional<Session> session =
                Optional.ofNullable(exchange.cookies().get(CookieNames.SESSION)).flatMap(sessions::resolve);
        Optional<User> user = session.flatMap(found -> directory.user(found.user()));
        if (user.isPresent() && !exchange.isSafe() && (exchange.isForeign() || !hasCsrfToken(exchange))) {
            Answers.problem(
                    exchange,
                    403,
                    "http/csrf",
                    "Permission denied",
                    "The CSRF token is missing or wrong. Send the value of the cookie " + CookieNames.CSRF
                            + " in the header " + CSRF_HEADER + ".");
            return false;
        }
        announce(exchange, new Caller(user, user.isPresent() ? session : Optional.empty(), exchange.client()));
        return true;
    }

    private boolean admitsBearer(Exchange exchange, String authorization) throws IOException {
        Optional<User> user = authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? tokens.authenticate(authorization.substring(7).trim())
                : Optional.empty();
        if (user.isEmpty()) {
            exchange.response().setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            Answers.problem(exchange, 403, "http/token", "Permission denied", "The token is not valid.");
            return false;
        }
        announce(exchange, new Caller(user, Optional.empty(), exchange.client()));
        return true;
    }

    private static void announce(Exchange exchange, Caller caller) {
        exchange.request().setAttribute(Caller.ATTRIBUTE, caller);
    }

    private static boolean hasCsrfToken(Exchange exchange) {
        String cookie = exchange.cookies().getOrDefault(CookieNames.CSRF, "");
        String header =
                Optional.ofNullable(exchange.request().getHeader(CSRF_HEADER)).orElse("");
        return !cookie.isEmpty()
                && MessageDigest.isEqual(
                        cookie.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }
}

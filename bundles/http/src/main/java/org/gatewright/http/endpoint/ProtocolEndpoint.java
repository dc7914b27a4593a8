package org.gatewright.http.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Cookies;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.request.FormDecoder;
import org.gatewright.http.response.Answers;
import org.gatewright.port.protocol.Dispatch;
import org.gatewright.port.protocol.ProtocolDispatcher;
import org.gatewright.spi.http.Headers;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands everything that is nobody else's to the protocols. */
@Component
public final class ProtocolEndpoint implements Endpoint {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final ProtocolDispatcher dispatcher;

    /** Dispatches with this dispatcher. */
    @Activate
    public ProtocolEndpoint(@Reference ProtocolDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public boolean handles(String path) {
        return true;
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        Dispatch dispatch = dispatcher.dispatch(request(exchange), exchange.cookies());
        if (dispatch instanceof Dispatch.Answered answered) {
            allowOrigin(exchange, answered.crossOrigin());
            Cookies.write(exchange, answered.cookies());
            Answers.write(exchange, answered.response());
        } else if (dispatch instanceof Dispatch.MethodNotAllowed refused) {
            refuseMethod(exchange, refused);
        } else if (dispatch instanceof Dispatch.NoRoute none && none.unavailable()) {
            exchange.response().setHeader("Retry-After", "3");
            Answers.problem(exchange, 503, "plugins/type-unavailable", "Not available at the moment", none.reason());
        } else {
            Answers.notFound(exchange);
        }
    }

    private static void refuseMethod(Exchange exchange, Dispatch.MethodNotAllowed refused) throws IOException {
        String allowed = String.join(", ", new TreeSet<>(refused.allowed()));
        exchange.response().setHeader("Allow", allowed);
        if (exchange.method().equals("OPTIONS")) {
            preflight(exchange, refused.crossOrigin(), allowed);
        } else {
            Answers.problem(exchange, 405, "http/method", "Method not allowed", "This address knows " + allowed + ".");
        }
    }

    private static void preflight(Exchange exchange, boolean crossOrigin, String allowed) {
        exchange.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
        if (crossOrigin) {
            allowOrigin(exchange, true);
            exchange.response().setHeader("Access-Control-Allow-Methods", allowed);
            exchange.response().setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
            exchange.response().setHeader("Access-Control-Max-Age", "600");
        }
    }

    private static void allowOrigin(Exchange exchange, boolean crossOrigin) {
        if (crossOrigin) {
            exchange.response().setHeader("Access-Control-Allow-Origin", "*");
        }
    }

    private static Request request(Exchange exchange) {
        boolean form = exchange.hasMediaType(FORM);
        String text = exchange.request().text();
        return new Request(
                exchange.method(),
                exchange.path().endsWith("/") ? exchange.path() : exchange.path() + "/",
                Map.of(),
                exchange.query(),
                form ? FormDecoder.decode(Optional.of(text)) : Parameters.none(),
                headers(exchange),
                form || text.isEmpty() ? Optional.empty() : Optional.of(text),
                exchange.client(),
                exchange.rawQuery());
    }

    private static Headers headers(Exchange exchange) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(exchange.request().getHeaderNames())) {
            if (!name.equalsIgnoreCase("Cookie")) {
                headers.put(
                        name,
                        new ArrayList<>(Collections.list(exchange.request().getHeaders(name))));
            }
        }
        return new Headers(headers);
    }
}

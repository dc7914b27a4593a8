package org.gatewright.http;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.http.response.Failures;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Hands each request to the first endpoint that answers its path. Works from the first moment: what is not there yet is said to be so. */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            "osgi.http.whiteboard.servlet.name=gatewright-entry",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.pattern=/api/v3/flows/executor/*"
        })
public final class EntryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient volatile List<Endpoint> endpoints = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            bind = "bind",
            unbind = "unbind")
    synchronized void bind(Endpoint endpoint) {
        endpoints = Stream.concat(endpoints.stream(), Stream.of(endpoint))
                .sorted(Comparator.comparingInt(Endpoint::order))
                .toList();
    }

    synchronized void unbind(Endpoint endpoint) {
        endpoints = endpoints.stream().filter(other -> other != endpoint).toList();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(Exchange.ATTRIBUTE) == null) {
            // Jetty has the servlet a moment before the filter: nothing is served that did not come through it
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Exchange exchange = Exchange.of(request);
        try {
            for (Endpoint endpoint : endpoints) {
                if (endpoint.handles(exchange.path())) {
                    endpoint.serve(exchange);
                    return;
                }
            }
            Answers.problem(
                    exchange,
                    503,
                    "http/starting",
                    "Not available at the moment",
                    "The server is starting, or waits for its database. Try again in a moment.");
        } catch (RuntimeException e) {
            Failures.write(exchange, e);
        }
    }
}

package org.gatewright.http;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.request.BadRequestException;
import org.gatewright.http.request.BoundedBody;
import org.gatewright.http.request.ClientResolver;
import org.gatewright.http.request.Cookies;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.request.RequestPath;
import org.gatewright.http.response.Failures;
import org.gatewright.http.response.SecurityHeaders;
import org.gatewright.spi.http.ClientInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;

/** The one door: bounds the request, finds out who sent it, sets the headers that protect every answer, and lets the API through only with a known caller. */
@Component(
        service = Filter.class,
        immediate = true,
        property = {"osgi.http.whiteboard.filter.name=gatewright-entry", "osgi.http.whiteboard.filter.pattern=/*"})
public final class EntryFilter implements Filter {

    private final ClientResolver clients;
    private final ApiDoor api;
    private final RequestMeter meter;
    private final BodyLimits limits;

    /** Takes its parts. */
    @Activate
    public EntryFilter(
            @Reference ClientResolver clients,
            @Reference ApiDoor api,
            @Reference RequestMeter meter,
            @Reference BodyLimits limits) {
        this.clients = clients;
        this.api = api;
        this.meter = meter;
        this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begin = System.nanoTime();
        HttpServletResponse answer = (HttpServletResponse) response;
        String id = UUID.randomUUID().toString();
        MDC.put("request", id);
        try {
            serve((HttpServletRequest) request, answer, id, chain);
        } finally {
            MDC.remove("request");
            meter.measure((HttpServletRequest) request, answer, System.nanoTime() - begin);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, String id, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange;
        try {
            exchange = exchange(request, response, id);
        } catch (BadRequestException e) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Connection", "close");
            response.setStatus(e.status());
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(e.sentence().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return;
        }
        exchange.request().setAttribute(Exchange.ATTRIBUTE, exchange);
        SecurityHeaders.apply(exchange);
        try {
            if (api.admits(exchange)) {
                chain.doFilter(exchange.request(), response);
            }
        } catch (RuntimeException e) {
            Failures.write(exchange, e);
        }
    }

    private Exchange exchange(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        ClientInfo client = clients.resolve(request);
        String path = RequestPath.of(request.getRequestURI());
        BoundedBody body = new BoundedBody(request);
        if (!limits.dependOnCaller(request.getMethod(), path)) {
            body.read(limits.usual());
        }
        boolean secure = "https".equals(client.origin().getScheme());
        return new Exchange(body, response, path, client, Cookies.read(request, secure), id);
    }

    @Override
    public void init(FilterConfig config) {
        // configured by the component's constructor
    }

    @Override
    public void destroy() {
        // nothing to release
    }
}

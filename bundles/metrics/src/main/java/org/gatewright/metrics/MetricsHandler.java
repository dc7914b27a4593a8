package org.gatewright.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Answers {@code GET /-/metrics/}, and nothing else. */
final class MetricsHandler implements HttpHandler {

    private static final String PATH = "/-/metrics/";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeter meter;

    MetricsHandler(PrometheusMeter meter) {
        this.meter = meter;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!PATH.equals(path) && !PATH.equals(path + "/")) {
                answer(exchange, 404, PLAIN, "Metrics are at " + PATH + "\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                answer(exchange, 405, PLAIN, "Metrics can only be read.\n");
            } else {
                answer(exchange, 200, PROMETHEUS, meter.text());
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }
}

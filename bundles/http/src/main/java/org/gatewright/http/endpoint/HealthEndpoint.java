package org.gatewright.http.endpoint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatewright.http.Endpoint;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.spi.data.JsonObject;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether the server lives and whether it is ready. A part of the kernel that has not reported yet counts as not ready. What is the matter is told to
 * callers on this machine and to the log; others get to know which part it is.
 */
@Component
public final class HealthEndpoint implements Endpoint {

    private static final String LIVE = "/-/health/live/";
    private static final String READY = "/-/health/ready/";
    private static final List<String> EXPECTED = List.of("database", "plugins", "versions", "configuration", "keys");
    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoint.class);
    private static final Health SILENT = new Health(false, "It has not started yet.");
    private static final String READY_FOR_ALL = "It is ready.";
    private static final String UNREADY_FOR_ALL = "It is not ready; the log and the command doctor say why.";

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    /** What was last seen of each check, so that the log tells changes only. */
    private final Map<String, Health> seen = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            bind = "bind",
            unbind = "unbind")
    void bind(HealthCheck check) {
        checks.add(check);
    }

    void unbind(HealthCheck check) {
        checks.remove(check);
    }

    @Override
    public boolean handles(String path) {
        return path.startsWith("/-/health/");
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void serve(Exchange exchange) throws IOException {
        String path = exchange.path().endsWith("/") ? exchange.path() : exchange.path() + "/";
        switch (path) {
            case LIVE -> answer(exchange, new TreeMap<>());
            case READY -> answer(exchange, ready());
            default -> Answers.notFound(exchange);
        }
    }

    private Map<String, Health> ready() {
        Map<String, Health> states = new TreeMap<>();
        EXPECTED.forEach(name -> states.put(name, SILENT));
        checks.forEach(check -> states.put(check.name(), noted(check.name(), check.check())));
        return states;
    }

    private Health noted(String name, Health now) {
        Health before = seen.put(name, now);
        if (!now.ready() && !now.equals(before)) {
            LOG.info("Not ready: {}: {}", name, now.message());
        } else if (now.ready() && before != null && !before.ready()) {
            LOG.info("Ready: {}", name);
        }
        return now;
    }

    private static String message(Health health, boolean local) {
        if (local) {
            return health.message();
        }
        return health.ready() ? READY_FOR_ALL : UNREADY_FOR_ALL;
    }

    private static void answer(Exchange exchange, Map<String, Health> states) throws IOException {
        boolean ready = states.values().stream().allMatch(Health::ready);
        boolean local = exchange.isLocal();
        Map<String, Object> checks = new LinkedHashMap<>();
        states.forEach((name, health) ->
                checks.put(name, JsonObject.of("ready", health.ready()).with("message", message(health, local))));
        JsonObject body = JsonObject.of("status", ready ? "ok" : "unavailable").with("checks", checks);
        Answers.json(exchange, ready ? 200 : 503, "application/json", body);
    }
}

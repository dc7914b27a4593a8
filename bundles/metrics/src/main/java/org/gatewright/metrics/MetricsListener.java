package org.gatewright.metrics;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for Prometheus, apart from what users reach. A port that cannot be had leaves the server without this listener, not without service. */
@Component(service = MetricsListener.class, immediate = true)
public final class MetricsListener {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsListener.class);
    private static final int THREADS = 2;
    private static final String EVERYWHERE = "0.0.0.0";

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons());
    private final Optional<HttpServer> server;

    /** Listens where {@code listen.metrics} says, or not at all if that is empty. */
    @Activate
    public MetricsListener(@Reference Settings settings, @Reference PrometheusMeter meter) {
        server = settings.get("listen", "metrics")
                .map(MetricsListener::address)
                .flatMap(address -> listen(address, meter, threads));
    }

    /** Returns the port it listens on, if it does. */
    Optional<Integer> port() {
        return server.map(running -> running.getAddress().getPort());
    }

    /** The shape was checked when the settings were read. */
    private static InetSocketAddress address(String text) {
        int cut = text.lastIndexOf(':');
        String host = text.substring(0, cut).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host.isEmpty() ? EVERYWHERE : host, Integer.parseInt(text.substring(cut + 1)));
    }

    private static Optional<HttpServer> listen(
            InetSocketAddress address, PrometheusMeter meter, ExecutorService threads) {
        try {
            HttpServer server = HttpServer.create(address, 0);
            server.setExecutor(threads);
            server.createContext("/", new MetricsHandler(meter));
            server.start();
            return Optional.of(server);
        } catch (IOException e) {
            LOG.error(
                    "No metrics are served: port {} on {} is taken or not allowed ({}); stop the program that uses it or"
                            + " choose another one with GATEWRIGHT_LISTEN__METRICS, and start the server again",
                    address.getPort(),
                    address.getHostString(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "gatewright-metrics-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    void stop() {
        server.ifPresent(running -> running.stop(0));
        threads.shutdownNow();
    }
}

package org.gatewright.kernel.outpost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.gatewright.port.outpost.OutpostDispatcher;
import org.gatewright.port.outpost.OutpostDispatcher.Wanted;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.settings.ServerTls;
import org.gatewright.port.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ports that outposts want and the settings name, when the first version of an outpost is active. They stay open as long as the server runs: while no version
 * is active, whoever connects waits and is then told so.
 */
@Component(
        service = {CatalogueListener.class, HealthCheck.class},
        immediate = true)
public final class Ports implements CatalogueListener, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
    private static final String EVERYWHERE = "0.0.0.0";

    private final OutpostDispatcher dispatcher;
    private final Settings settings;
    private final OpenConnection.Shared shared;
    private final Connections connections;
    private final Map<String, Port> ports = new TreeMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /** Opens what is wanted now. */
    @Activate
    public Ports(@Reference OutpostDispatcher dispatcher, @Reference Settings settings, @Reference ServerTls tls) {
        this(dispatcher, settings, tls, ConnectionLimits.of(settings));
    }

    Ports(OutpostDispatcher dispatcher, Settings settings, ServerTls tls, ConnectionLimits limits) {
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.shared = new OpenConnection.Shared(
                limits, new Semaphore(limits.calls(), true), tls.context().getSocketFactory());
        this.connections = new Connections(limits);
        openWanted();
    }

    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        openWanted();
    }

    private synchronized void openWanted() {
        for (Wanted wanted : dispatcher.wanted()) {
            String name = wanted.endpoint().name();
            if (!ports.containsKey(name)) {
                settings.get("listen", name).ifPresent(address -> open(wanted, address));
            }
        }
    }

    private void open(Wanted wanted, String address) {
        String name = wanted.endpoint().name();
        try {
            Port port = Port.open(socketAddress(address), connections, (socket, from) -> take(wanted, socket, from));
            ports.put(name, port);
            faults.remove(name);
            LOG.info("The outpost {} listens on {} ({})", wanted.type(), address, name);
        } catch (IOException e) {
            faults.put(name, address);
            LOG.error(
                    "The outpost {} cannot listen on {} ({}); stop the program that uses it or choose another one with the setting listen.{}, and start the server again",
                    wanted.type(),
                    address,
                    e.getMessage(),
                    name);
        }
    }

    private void take(Wanted wanted, Socket socket, InetAddress from) {
        boolean encrypted = wanted.endpoint().encrypted();
        Peer peer = new Peer(
                from.getHostAddress(),
                wanted.endpoint().name(),
                socket.getLocalAddress().getHostAddress(),
                socket.getLocalPort(),
                encrypted);
        connections.start(new OpenConnection(shared, socket, dispatcher.begin(wanted.type(), peer), encrypted), from);
    }

    /** The shape was checked when the settings were read. */
    private static InetSocketAddress socketAddress(String text) {
        int cut = text.lastIndexOf(':');
        String host = text.substring(0, cut).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host.isEmpty() ? EVERYWHERE : host, Integer.parseInt(text.substring(cut + 1)));
    }

    /** Returns the number of a port that is open. */
    synchronized Optional<Integer> number(String name) {
        return Optional.ofNullable(ports.get(name)).map(Port::number);
    }

    Connections connections() {
        return connections;
    }

    @Override
    public String name() {
        return "outposts";
    }

    @Override
    public Health check() {
        return faults.isEmpty()
                ? new Health(true, "The ports of outposts are open.")
                : new Health(false, "These ports of outposts are taken or not allowed: " + new TreeMap<>(faults));
    }

    /** Closes ports and connections. */
    @Deactivate
    synchronized void close() {
        ports.values().forEach(Port::close);
        connections.close();
    }
}

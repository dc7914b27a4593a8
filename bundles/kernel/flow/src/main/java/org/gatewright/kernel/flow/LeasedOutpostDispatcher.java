package org.gatewright.kernel.flow;

import java.util.List;
import java.util.stream.Stream;
import org.gatewright.port.directory.DirectoryViews;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.port.outpost.OutpostDispatcher;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the outposts of the catalogue. */
@Component(service = OutpostDispatcher.class)
public final class LeasedOutpostDispatcher implements OutpostDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedOutpostDispatcher.class);

    private final PluginCatalogue catalogue;
    private final LeasedConversation.Services services;

    /** Takes what conversations share. */
    @Activate
    public LeasedOutpostDispatcher(
            @Reference PluginCatalogue catalogue,
            @Reference Turns turns,
            @Reference ConnectionSignIn signIns,
            @Reference Sessions sessions,
            @Reference DirectoryViews views) {
        this.catalogue = catalogue;
        this.services = new LeasedConversation.Services(catalogue, turns, signIns, sessions, views);
    }

    @Override
    public List<Wanted> wanted() {
        return catalogue.snapshot().active(Kind.OUTPOST).stream()
                .flatMap(this::wanted)
                .toList();
    }

    private Stream<Wanted> wanted(TypeVersion version) {
        try (Lease<Outpost> lease = catalogue.lease(version.pin(), Outpost.class)) {
            return List.copyOf(lease.call(Outpost::endpoints)).stream()
                    .map(endpoint -> new Wanted(version.type(), endpoint));
        } catch (GatewrightException e) {
            LOG.warn("The outpost {} {} does not tell what it listens on", version.type(), version.version(), e);
            return Stream.empty();
        }
    }

    @Override
    public Conversation begin(String type, Peer peer) {
        return new LeasedConversation(services, type, peer);
    }
}

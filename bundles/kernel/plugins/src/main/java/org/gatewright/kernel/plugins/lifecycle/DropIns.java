package org.gatewright.kernel.plugins.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.plugins.DropFolder;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does with dropped files what people mean by it: a file that comes or changes is installed, and the plug-in that came of it goes with the file. A file that lay there
 * when the server started says something new only if it was never taken and is newer than what is active: what was decided since counts.
 */
@Component(service = DropIns.class, immediate = true)
public final class DropIns {

    private static final Logger LOG = LoggerFactory.getLogger(DropIns.class);
    private static final long PAUSE = 100;

    private record Taken(long number, PluginVersion version) {}

    private final DropFolder folder;
    private final PluginLifecycle lifecycle;
    private final Versions versions;
    private final Events events;
    private final Map<Path, Taken> taken = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "gatewright-drop-ins");
        one.setDaemon(true);
        return one;
    });

    /** Begins to look at the folder. */
    @Activate
    public DropIns(
            @Reference DropFolder folder,
            @Reference PluginLifecycle lifecycle,
            @Reference Versions versions,
            @Reference Events events) {
        this.folder = folder;
        this.lifecycle = lifecycle;
        this.versions = versions;
        this.events = events;
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** Looks no more. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            folder.offers().forEach((file, offer) -> {
                Taken before = taken.get(file);
                if (before == null || before.number() != offer.number()) {
                    take(file, offer);
                }
            });
            List.copyOf(taken.keySet()).stream().filter(Files::notExists).forEach(file -> gone(taken.remove(file)));
        } catch (RuntimeException e) {
            LOG.error("The folder for plug-ins could not be looked at", e);
        }
    }

    private void take(Path file, DropFolder.Offer offer) {
        try {
            Upload upload = new Upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            PluginVersion version = Artifact.read(upload).version();
            if (!offer.old() || isNews(upload, version)) {
                lifecycle.install(Actor.system(), upload);
            }
            taken.put(file, new Taken(offer.number(), version));
        } catch (IOException e) {
            refuse(file, "It cannot be read: " + e.getMessage());
        } catch (GatewrightException e) {
            refuse(file, e.detail());
        }
    }

    /** Nobody waits for an answer, so it is audited as well. */
    private void refuse(Path file, String reason) {
        folder.refuse(file, reason);
        Actor system = Actor.system();
        events.record(
                "plugin_refused",
                system.user(),
                system.address(),
                JsonObject.of("file", String.valueOf(file.getFileName())).with("reason", reason));
    }

    /** Of several releases that lie there the newest counts, also if the older ones are no longer kept. */
    private boolean isNews(Upload upload, PluginVersion version) {
        Version own = Version.parseVersion(version.version());
        return !lifecycle.knows(upload)
                && versions.of(version.plugin())
                        .version()
                        .map(Version::parseVersion)
                        .filter(active -> active.compareTo(own) >= 0)
                        .isEmpty();
    }

    private void gone(Taken file) {
        if (!versions.isWanted(file.version())) {
            return;
        }
        try {
            lifecycle.uninstall(Actor.system(), file.version().plugin());
        } catch (GatewrightException e) {
            LOG.warn("{} could not be uninstalled with its file: {}", file.version(), e.detail());
        }
    }
}

package org.gatewright.kernel.plugins.lifecycle;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.PluginVersion;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of versions in the framework. One that came by the life cycle has a location of its own; the others are parts of the distribution, which are stopped
 * but never uninstalled. Nothing here lasts: after a restart the framework starts none of ours by itself.
 */
final class VersionBundles {

    private static final Logger LOG = LoggerFactory.getLogger(VersionBundles.class);
    private static final String LOCATION = "gatewright:";

    private final BundleContext context;
    private final Duration patience;
    private final Endings endings;

    /** A version that has not stopped within the time is left alone. */
    VersionBundles(BundleContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
        this.endings = new Endings(patience);
    }

    /** Finds the bundle of a version. */
    Optional<Bundle> find(PluginVersion version) {
        return all().filter(bundle -> version.equals(version(bundle))).findFirst();
    }

    /** Tells whether the version is a part of the distribution. */
    boolean isBuiltIn(PluginVersion version) {
        return find(version).filter(bundle -> !isOurs(bundle)).isPresent();
    }

    /** Lists versions that came by the life cycle. */
    Stream<PluginVersion> ours() {
        return all().filter(VersionBundles::isOurs).map(VersionBundles::version);
    }

    /** Lists the versions of a plug-in that are parts of the distribution. */
    Stream<PluginVersion> builtIn(String plugin) {
        return all().filter(bundle -> !isOurs(bundle) && plugin.equals(bundle.getSymbolicName()))
                .map(VersionBundles::version);
    }

    /** Tells whether a bundle of this symbolic name is a part of the server, and no plug-in. */
    boolean isPartOfServer(String symbolicName) {
        return all().filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .anyMatch(bundle -> bundle.getHeaders("").get(Artifact.PLUGIN_HEADER) == null);
    }

    /** Tells whether the version is still being stopped. */
    boolean isEnding(PluginVersion version) {
        return endings.isUnderWay(version);
    }

    /** Starts a version, which is installed if it is not there. */
    Bundle start(PluginVersion version, Supplier<byte[]> content) throws BundleException {
        if (endings.isUnderWay(version)) {
            throw new BundleException("It has not stopped yet.");
        }
        Optional<Bundle> found = find(version);
        Bundle bundle = found.isPresent()
                ? found.get()
                : context.installBundle(location(version), new ByteArrayInputStream(content.get()));
        start(bundle);
        return bundle;
    }

    /** On a thread of its own: foreign code runs then, which may never return. */
    private void start(Bundle bundle) throws BundleException {
        FutureTask<Bundle> start = new FutureTask<>(() -> {
            bundle.start(Bundle.START_TRANSIENT);
            return bundle;
        });
        Thread thread = new Thread(start, "gatewright-plugin-start " + version(bundle));
        thread.setDaemon(true);
        thread.start();
        try {
            start.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BundleException reason
                    ? reason
                    : new BundleException("It failed in its start: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            start.cancel(true);
            throw new BundleException("It has not started within " + patience.toMillis() + " milliseconds.", e);
        } catch (InterruptedException e) {
            start.cancel(true);
            Thread.currentThread().interrupt();
            throw new BundleException("The server is being stopped.", e);
        }
    }

    /**
     * Stops a version; the framework waits for the calls that are under way. One that came by the life cycle is uninstalled. False if it was not there, or does not
     * end within the time; then it is listed as long as it takes.
     */
    boolean end(PluginVersion version) {
        return find(version)
                .filter(bundle -> isOurs(bundle) || bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> endings.run(version, () -> end(bundle)))
                .isPresent();
    }

    private static void end(Bundle bundle) {
        try {
            if (isOurs(bundle)) {
                bundle.uninstall();
            } else {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("The plug-in {} did not stop well", version(bundle), e);
        }
    }

    private Stream<Bundle> all() {
        return Arrays.stream(context.getBundles());
    }

    private static boolean isOurs(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    private static PluginVersion version(Bundle bundle) {
        return new PluginVersion(
                String.valueOf(bundle.getSymbolicName()), bundle.getVersion().toString());
    }

    private static String location(PluginVersion version) {
        return LOCATION + version.plugin() + "/" + version.version();
    }
}

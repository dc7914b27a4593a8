package org.gatewright.kernel.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.VersionState;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;

/** Watches the bundles that are, or want to be, plug-ins. */
final class PluginBundles implements AutoCloseable {

    private static final String NOT_STARTED = "It is not started.";

    private final BundleContext context;
    private final UnresolvedBundle unresolved;
    private final BundleListener listener = this::changed;
    private final Runnable onChange;

    /** Bundles that ran since this server started and were stopped. */
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();

    PluginBundles(BundleContext context, Runnable onChange) {
        this.context = context;
        this.onChange = onChange;
        this.unresolved = new UnresolvedBundle(context);
    }

    /** Begins to watch. */
    void open() {
        context.addBundleListener(listener);
    }

    /** Returns what people know the bundle by. */
    static String id(Bundle bundle) {
        return Optional.ofNullable(bundle.getSymbolicName()).orElseGet(() -> bundle.getLocation()
                .substring(bundle.getLocation().lastIndexOf('/') + 1));
    }

    /** Describes the bundle of a service that is no plug-in. */
    static PluginInfo refused(Bundle bundle, String reason) {
        return info(bundle, VersionState.REFUSED, reason);
    }

    /** Looks at every bundle with the header. */
    List<PluginInfo> examine() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get(TypeDescription.PLUGIN_HEADER) != null)
                .map(this::examine)
                .toList();
    }

    @Override
    public void close() {
        context.removeBundleListener(listener);
    }

    private PluginInfo examine(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> info(bundle, VersionState.ACTIVE, "");
            case Bundle.INSTALLED ->
                unresolved
                        .reason(bundle)
                        .map(reason -> info(bundle, VersionState.REFUSED, reason))
                        .orElseGet(() -> info(bundle, VersionState.RESOLVED, NOT_STARTED));
            case Bundle.STARTING -> info(bundle, VersionState.RESOLVED, "It is being started.");
            case Bundle.STOPPING -> info(bundle, VersionState.GONE, "It is being stopped.");
            case Bundle.RESOLVED ->
                stopped.contains(bundle.getBundleId())
                        ? info(bundle, VersionState.GONE, "It is stopped.")
                        : info(bundle, VersionState.RESOLVED, NOT_STARTED);
            default -> info(bundle, VersionState.GONE, "It is uninstalled.");
        };
    }

    private void changed(BundleEvent event) {
        long id = event.getBundle().getBundleId();
        if (event.getType() == BundleEvent.STOPPED) {
            stopped.add(id);
        } else if (event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.UNINSTALLED) {
            stopped.remove(id);
        }
        onChange.run();
    }

    private static PluginInfo info(Bundle bundle, VersionState state, String reason) {
        @Nullable String name = bundle.getHeaders("").get(Constants.BUNDLE_NAME);
        return new PluginInfo(
                id(bundle),
                name == null ? id(bundle) : name,
                bundle.getVersion().toString(),
                bundle.getBundleId(),
                state,
                reason);
    }
}

package org.gatewright.kernel.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginFiles;
import org.gatewright.port.plugins.VersionState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files out of the bundles of plug-ins. A bundle may end at any moment; a file is read to its end before anybody sees the first byte of it, so it is there as a
 * whole or not at all.
 */
@Component
public final class BundleFiles implements PluginFiles {

    private static final Logger LOG = LoggerFactory.getLogger(BundleFiles.class);
    private static final String ROOT = "/web/";

    /** Who asks has not signed in: nobody may fill the memory with a file that unpacks to more than it seems. */
    private static final int LARGEST = 4 * 1024 * 1024;

    /** No name begins with a dot, so none leads out. */
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.[A-Za-z0-9]+");

    private static final Set<VersionState> THERE =
            EnumSet.of(VersionState.ACTIVE, VersionState.CANARY, VersionState.DRAINING, VersionState.CANDIDATE);

    private final BundleContext context;
    private final PluginCatalogue catalogue;

    /** Reads of versions that the catalogue lists. */
    @Activate
    public BundleFiles(BundleContext context, @Reference PluginCatalogue catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<byte[]> read(String plugin, String version, String path) {
        PluginVersion wanted = new PluginVersion(plugin, version);
        return PATH.matcher(path).matches() && isThere(wanted)
                ? bundle(wanted).flatMap(bundle -> read(bundle, ROOT + path))
                : Optional.empty();
    }

    private boolean isThere(PluginVersion wanted) {
        return catalogue.snapshot().types().stream()
                .filter(type -> wanted.equals(new PluginVersion(type.plugin(), type.version())))
                .anyMatch(type -> THERE.contains(type.state()));
    }

    private Optional<Bundle> bundle(PluginVersion wanted) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> wanted.equals(new PluginVersion(
                        PluginBundles.id(bundle), bundle.getVersion().toString())))
                .findFirst();
    }

    /** Of the bundle itself: neither its classes' loader nor a fragment of somebody else has a say. */
    private static Optional<byte[]> read(Bundle bundle, String path) {
        try {
            URL file = bundle.getEntry(path);
            return file == null || isFolder(bundle, path) ? Optional.empty() : read(file);
        } catch (IOException
                | IllegalStateException
                | NullPointerException e) { // Felix throws either while it takes it apart
            LOG.debug("{} ends while its file {} is being read", bundle, path, e);
            return Optional.empty();
        }
    }

    /** A jar finds a folder also by its name without the slash. */
    private static boolean isFolder(Bundle bundle, String path) {
        return bundle.getEntry(path + "/") != null;
    }

    private static Optional<byte[]> read(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                LOG.warn("{} is not served: it has more than {} bytes", file, LARGEST);
                return Optional.empty();
            }
            return Optional.of(content);
        }
    }
}

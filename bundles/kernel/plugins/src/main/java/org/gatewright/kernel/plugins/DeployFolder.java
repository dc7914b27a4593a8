package org.gatewright.kernel.plugins;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.gatewright.port.plugins.PluginInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the folder for plug-ins and Felix FileInstall, which tells of every file there but installs none: what can be no plug-in is refused with the reason,
 * the others are what the life cycle takes.
 */
final class DeployFolder implements ArtifactUrlTransformer, DropFolder {

    /** The framework property that names the folder. */
    static final String PROPERTY = "gatewright.deploy";

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final BundleContext context;
    private final Optional<Path> folder;
    private final Runnable onChange;
    private final Map<Path, PluginInfo> refused = new ConcurrentSkipListMap<>();
    private final Map<Path, Offer> offered = new ConcurrentSkipListMap<>();
    private final AtomicLong offers = new AtomicLong();

    /** Files that lay there before anybody was told of them. */
    private final Set<Path> lying;

    /** Stands before the folder that the property of the framework names; there may be none. */
    DeployFolder(BundleContext context, Runnable onChange) {
        this.context = context;
        this.folder = Optional.ofNullable(context.getProperty(PROPERTY)).map(DeployFolder::normal);
        this.onChange = onChange;
        this.lying = folder.map(DeployFolder::files).orElseGet(Set::of).stream()
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }

    private static Set<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            LOG.warn("The folder for plug-ins {} cannot be read: {}", folder, e.getMessage());
            return Set.of();
        }
    }

    @Override
    public boolean canHandle(File artifact) {
        return folder.equals(Optional.ofNullable(normal(artifact.getPath()).getParent()));
    }

    @Override
    public @Nullable URL transform(URL artifact) {
        Path file = normal(Path.of(URI.create(artifact.toString())).toString());
        Optional<PluginInfo> refusal = new DeployedFile(file, this::isPartOfServer).refusal();
        refusal.ifPresentOrElse(plugin -> refuse(file, plugin), () -> accept(file));
        return null;
    }

    @Override
    public Map<Path, Offer> offers() {
        offered.keySet().removeIf(Files::notExists);
        return Map.copyOf(offered);
    }

    @Override
    public void refuse(Path file, String reason) {
        refuse(file, new DeployedFile(file, name -> false).refused(reason));
    }

    /** Returns the files that were refused and are still there. */
    List<PluginInfo> refused() {
        refused.keySet().removeIf(Files::notExists);
        return List.copyOf(refused.values());
    }

    private boolean isPartOfServer(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .anyMatch(bundle -> bundle.getHeaders("").get(TypeDescription.PLUGIN_HEADER) == null);
    }

    private void refuse(Path file, PluginInfo plugin) {
        LOG.warn("No plug-in: {}", plugin.reason());
        offered.remove(file);
        refused.put(file, plugin);
        onChange.run();
    }

    private void accept(Path file) {
        offered.put(file, new Offer(offers.incrementAndGet(), lying.remove(file)));
        if (refused.remove(file) != null) {
            onChange.run();
        }
    }

    private static Path normal(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}

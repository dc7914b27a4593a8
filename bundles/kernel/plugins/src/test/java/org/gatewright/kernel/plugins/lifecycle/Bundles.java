package org.gatewright.kernel.plugins.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The bundles in the framework of a workshop, those of the plug-in {@code org.example.echo} above all. */
class Bundles {

    /** Where bundles of the distribution come from. */
    static final String DISTRIBUTION = "distribution:";

    final TestFramework felix;

    Bundles() throws Exception {
        felix = new TestFramework();
    }

    /** Stops a bundle; one that was being ended may be gone at any moment. */
    static void stop(Bundle bundle) throws BundleException {
        try {
            bundle.stop();
        } catch (IllegalStateException e) {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                throw e;
            }
        }
    }

    /** A newer distribution brings this version. */
    void builtInAtTheNextStart(String version) throws BundleException {
        felix.context()
                .installBundle(
                        DISTRIBUTION + version,
                        new ByteArrayInputStream(
                                plugin("org.example.echo", version, Map.of()).content()));
    }

    /** Leaves a version in the framework as an update that was killed does. */
    void leave(String version) throws BundleException {
        felix.context()
                .installBundle(
                        "gatewright:org.example.echo/" + version,
                        new ByteArrayInputStream(
                                plugin("org.example.echo", version, Map.of()).content()))
                .start();
    }

    /** Tells whether the version is a part of the distribution. */
    boolean isBuiltIn(String version) {
        return builtIns().anyMatch(version::equals);
    }

    Stream<String> builtIns() {
        return Arrays.stream(felix.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(DISTRIBUTION))
                .map(bundle -> bundle.getVersion().toString());
    }

    /** Lists the versions that run. */
    List<String> running() {
        return Arrays.stream(felix.context().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .sorted()
                .toList();
    }

    /** Lists the versions in the framework, without those of the distribution. */
    List<String> installed() {
        return Arrays.stream(felix.context().getBundles())
                .filter(bundle ->
                        bundle.getBundleId() != 0 && !bundle.getLocation().startsWith(DISTRIBUTION))
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    /** Takes a version out of the framework, as a bundle cache that was deleted does. */
    void clear(String version) throws BundleException {
        for (var bundle : felix.context().getBundles()) {
            if (bundle.getVersion().toString().equals(version)) {
                bundle.uninstall();
            }
        }
    }

    /** Tells whether a version is in the middle of being stopped. */
    boolean isStopping(String version) {
        return Arrays.stream(felix.context().getBundles())
                .anyMatch(bundle -> bundle.getState() == Bundle.STOPPING
                        && bundle.getVersion().toString().equals(version));
    }

    void eventually(BooleanSupplier condition) {
        try {
            TestFramework.eventually(condition);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Upload plugin(String name, String version, Map<String, String> headers, Class<?>... classes) {
        Map<String, String> all = new HashMap<>(Map.of(
                "Bundle-SymbolicName",
                name,
                "Bundle-Version",
                version,
                "Gatewright-Plugin",
                "echo",
                "Type",
                "echo",
                "Bundle-Activator",
                EchoActivator.class.getName(),
                "Import-Package",
                "org.osgi.framework,org.gatewright.spi.stage,org.gatewright.spi.data"));
        headers.forEach((header, value) ->
                all.merge(header, value, (old, next) -> header.equals("Import-Package") ? old + "," + next : next));
        return jar(name + "-" + version + ".jar", all, classes);
    }

    static Upload jar(String file, Map<String, String> headers, Class<?>... classes) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-ManifestVersion", "2");
        try {
            return new Upload(file, TestFramework.jar(all, with(EchoActivator.class, classes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?>[] with(Class<?> first, Class<?>... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Class<?>[]::new);
    }
}

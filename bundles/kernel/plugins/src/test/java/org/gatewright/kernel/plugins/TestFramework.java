package org.gatewright.kernel.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real Felix without anything in it; bundles are made on the fly. */
public final class TestFramework implements AutoCloseable {

    private final Path cache;
    private final Path deploy;
    private final Framework framework;

    /** Starts it. */
    public TestFramework() throws IOException, BundleException {
        cache = Files.createTempDirectory("felix");
        deploy = Files.createDirectory(cache.resolve("deploy"));
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        Stream.of(
                                        "stage",
                                        "settings",
                                        "data",
                                        "effect",
                                        "directory",
                                        "http",
                                        "session",
                                        "credential",
                                        "plugin",
                                        "error")
                                .map(name -> "org.gatewright.spi." + name + ";version=1.0.0")
                                .collect(Collectors.joining(",")),
                        DeployFolder.PROPERTY,
                        deploy.toString(),
                        "felix.bootdelegation.implicit",
                        "false",
                        "felix.log.level",
                        "0"));
        framework.start();
    }

    /** Returns the context of the framework itself. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Returns the folder that plug-ins are dropped in. Nobody watches it here. */
    Path deploy() {
        return deploy;
    }

    /** Installs a bundle with the header, and the classes named. */
    Bundle plugin(String name, String version, Class<?>... classes) throws IOException, BundleException {
        return install(name, version, Map.of("Gatewright-Plugin", name), classes);
    }

    Bundle install(String name, String version, Map<String, String> headers, Class<?>... classes)
            throws IOException, BundleException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", name);
        all.put("Bundle-Version", version);
        return context().installBundle("memory:" + name + "-" + version, new ByteArrayInputStream(jar(all, classes)));
    }

    Bundle started(String name, String version, Class<?>... classes) throws IOException, BundleException {
        Bundle bundle = plugin(name, version, classes);
        bundle.start();
        return bundle;
    }

    static Dictionary<String, Object> properties(String type, int stateVersion) {
        return new Hashtable<>(Map.of(
                "gatewright.type.name",
                type,
                "gatewright.type.title",
                "Title of " + type,
                "gatewright.type.stateVersion",
                stateVersion));
    }

    /** Waits for what another thread brings about. */
    public static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within 20 seconds");
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        eventually(this::isDeleted);
    }

    /** A bundle that is still being uninstalled deletes files of its own. */
    private boolean isDeleted() {
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return Files.notExists(cache);
        }
    }

    /** Makes a bundle of classes on the class path; the same again has the same bytes. */
    public static byte[] jar(Map<String, String> headers, Class<?>... classes) throws IOException {
        return jar(headers, Map.of(), classes);
    }

    /** Packs a bundle with texts as files, by path. */
    public static byte[] jar(Map<String, String> headers, Map<String, String> files, Class<?>... classes)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            jar.closeEntry();
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(entry(path));
                try (InputStream content = type.getClassLoader().getResourceAsStream(path)) {
                    content.transferTo(jar);
                }
                jar.closeEntry();
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(entry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String path) {
        JarEntry entry = new JarEntry(path);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }
}

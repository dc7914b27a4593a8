package org.gatewright.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A plug-in of the distribution, or the one of somebody else, under another version, as its next release would be. */
public final class PluginCopy {

    /** The plug-in of somebody else: the policy type {@code office_hours}. */
    public static final String SAMPLE = "com.example.officehours";

    private static final Path SAMPLE_JAR = Path.of("../plugins-sample/office-hours/target/" + SAMPLE + "-1.0.0.jar");

    private PluginCopy() {}

    /** Writes the jar; its name tells plug-in and version. */
    public static Path write(Distribution server, String plugin, String version, Path folder) {
        Path target = folder.resolve(plugin + "-" + version + ".jar");
        try (JarFile original = new JarFile(original(server, plugin).toFile())) {
            Manifest manifest = original.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream copy = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                copyEntries(original, copy);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyEntries(JarFile original, JarOutputStream copy) throws IOException {
        for (Enumeration<JarEntry> entries = original.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                copy.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = original.getInputStream(entry)) {
                    content.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
    }

    private static Path original(Distribution server, String plugin) throws IOException {
        if (plugin.equals(SAMPLE)) {
            return SAMPLE_JAR;
        }
        try (Stream<Path> files = Files.walk(server.folder().resolve("system/org/gatewright/" + plugin))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

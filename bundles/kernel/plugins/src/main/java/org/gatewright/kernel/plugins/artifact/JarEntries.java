package org.gatewright.kernel.plugins.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The files of a jar, each read to its end: only then Java knows who has signed it.
 *
 * @param files those that are no folders
 * @param meta the manifest and what belongs to signatures, by name in capital letters
 */
record JarEntries(List<JarEntry> files, Map<String, byte[]> meta) {

    /** Copies the collections. */
    JarEntries {
        files = List.copyOf(files);
        meta = Map.copyOf(meta);
    }

    /** Reads all; refuses a jar that two readers could understand in two ways. */
    static JarEntries read(String name, JarFile jar) throws IOException {
        List<JarEntry> files =
                jar.stream().filter(entry -> !entry.isDirectory()).toList();
        refuseAmbiguous(name, files);
        Map<String, byte[]> meta = new HashMap<>();
        for (JarEntry entry : files) {
            if (isMeta(entry.getName())) {
                meta.put(entry.getName().toUpperCase(Locale.ROOT), content(jar, entry));
            } else {
                drain(name, jar, entry);
            }
        }
        if (!meta.containsKey(JarFile.MANIFEST_NAME)) {
            throw PluginJar.refused(name + " is no OSGi bundle: it has no manifest.");
        }
        return new JarEntries(files, meta);
    }

    /** Returns what the signatures cover, or would. */
    Manifest manifest() throws IOException {
        return new Manifest(new ByteArrayInputStream(manifestBytes()));
    }

    byte[] manifestBytes() {
        return meta.getOrDefault(JarFile.MANIFEST_NAME, new byte[0]);
    }

    /** Tells whether the file cannot be signed itself: the manifest, and what a signature is made of. */
    static boolean isMeta(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME) || isOfSignature(upper);
    }

    /** Tells whether the file, given in capital letters, is a part of a signature. */
    static boolean isOfSignature(String upper) {
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', "META-INF/".length()) < 0
                && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }

    private static void refuseAmbiguous(String name, List<JarEntry> files) {
        Set<String> seen = new HashSet<>();
        files.stream()
                .map(JarEntry::getName)
                .filter(entry -> !seen.add(isMeta(entry) ? entry.toUpperCase(Locale.ROOT) : entry))
                .findFirst()
                .ifPresent(entry -> {
                    throw PluginJar.refused(name + " has the file " + entry + " twice. Build the jar anew.");
                });
        files.stream()
                .map(JarEntry::getName)
                .filter(entry -> isManifest(entry) && !entry.equals(JarFile.MANIFEST_NAME))
                .findFirst()
                .ifPresent(entry -> {
                    throw PluginJar.refused(name + " has the manifest under the name " + entry + "; it must be "
                            + JarFile.MANIFEST_NAME + ".");
                });
    }

    private static boolean isManifest(String entry) {
        return entry.equalsIgnoreCase(JarFile.MANIFEST_NAME);
    }

    private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void drain(String name, JarFile jar, JarEntry entry) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (entry.getCrc() != in.getChecksum().getValue()) {
                throw PluginJar.refused(
                        name + " is damaged: the file " + entry.getName() + " has another checksum than it should.");
            }
        }
    }
}

package org.gatewright.kernel.plugins.artifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The files of a jar, each read to its end: only then Java knows who has signed it.
 *
 * @param files those that are no folders
 * @param meta the manifest and what belongs to signatures, by name in capital letters
 * @param sboms bills of materials, by name
 */
record JarEntries(List<JarEntry> files, Map<String, byte[]> meta, Map<String, byte[]> sboms) {

    /** Bytes of a file that is kept in memory. */
    private static final int MOST = 8 * 1024 * 1024;

    /** Copies the collections. */
    JarEntries {
        files = List.copyOf(files);
        meta = Map.copyOf(meta);
        sboms = Map.copyOf(sboms);
    }

    /** Reads all; refuses a jar that two readers could understand in two ways. */
    static JarEntries read(String name, JarFile jar) throws IOException {
        List<JarEntry> files =
                jar.stream().filter(entry -> !entry.isDirectory()).toList();
        refuseAmbiguous(name, files);
        refuseLong(name, files);
        Map<String, byte[]> meta = new HashMap<>();
        Map<String, byte[]> sboms = new HashMap<>();
        for (JarEntry entry : files) {
            if (isMeta(entry.getName())) {
                meta.put(entry.getName().toUpperCase(Locale.ROOT), content(name, jar, entry));
            } else if (Sboms.isSbom(entry.getName())) {
                sboms.put(entry.getName(), content(name, jar, entry));
            } else {
                copy(name, jar, entry, OutputStream.nullOutputStream());
            }
        }
        if (!meta.containsKey(JarFile.MANIFEST_NAME)) {
            throw PluginJar.refused(name + " is no OSGi bundle: it has no manifest.");
        }
        return new JarEntries(files, meta, sboms);
    }

    Set<String> names() {
        return files.stream().map(JarEntry::getName).collect(Collectors.toUnmodifiableSet());
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

    /** Before Java reads them by itself. */
    private static void refuseLong(String name, List<JarEntry> files) {
        files.stream()
                .filter(file -> isMeta(file.getName()) || Sboms.isSbom(file.getName()))
                .filter(file -> file.getSize() > MOST)
                .findFirst()
                .ifPresent(file -> {
                    throw PluginJar.refused(
                            name + " has a file " + file.getName() + " of more than " + MOST + " bytes.");
                });
    }

    private static boolean isManifest(String entry) {
        return entry.equalsIgnoreCase(JarFile.MANIFEST_NAME);
    }

    private static byte[] content(String name, JarFile jar, JarEntry entry) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        copy(name, jar, entry, content);
        return content.toByteArray();
    }

    private static void copy(String name, JarFile jar, JarEntry entry, OutputStream target) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
            in.transferTo(target);
            if (entry.getCrc() != in.getChecksum().getValue()) {
                throw PluginJar.refused(
                        name + " is damaged: the file " + entry.getName() + " has another checksum than it should.");
            }
        }
    }
}

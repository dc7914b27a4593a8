package org.gatewright.kernel.plugins.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.error.GatewrightException;

/**
 * A jar that was read as the framework reads it, by its central directory, and whose signature holds if it has one.
 *
 * @param name what people know it by, for sentences
 * @param manifest the one that is signed, if the jar is
 * @param files their names, without folders
 * @param sboms bills of materials, by the name of the file, sorted
 * @param signers those who have signed every entry; none if the jar has no signature
 */
public record PluginJar(
        String name, Manifest manifest, Set<String> files, Map<String, byte[]> sboms, Set<CodeSigner> signers) {

    /** Copies the collections. */
    public PluginJar {
        files = Set.copyOf(files);
        sboms = Collections.unmodifiableMap(new TreeMap<>(sboms));
        signers = Set.copyOf(signers);
    }

    /**
     * Reads all of it.
     *
     * @throws GatewrightException with {@code PLUGIN_REFUSED} for what is no jar, has no manifest, or has a signature that does not hold
     */
    public static PluginJar read(Upload upload) {
        try {
            Path file = Files.createTempFile("gatewright-plugin", ".jar");
            try {
                return read(upload.name(), Files.write(file, upload.content()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a header of the manifest; empty if it is not there. */
    public String header(String name) {
        String value = headers().getValue(name);
        return value == null ? "" : value.strip();
    }

    /**
     * Returns the clauses of a header of the manifest; none if it is not there.
     *
     * @throws IllegalArgumentException if it is not written as OSGi headers are
     */
    List<Clause> clauses(String header) {
        String text = header(header);
        return text.isEmpty() ? List.of() : List.of(Parser.parseHeader(text));
    }

    private Attributes headers() {
        return manifest.getMainAttributes();
    }

    private static PluginJar read(String name, Path file) {
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ)) {
            JarEntries entries = JarEntries.read(name, jar);
            return new PluginJar(
                    name,
                    entries.manifest(),
                    entries.names(),
                    entries.sboms(),
                    new JarSignature(name, entries).signers());
        } catch (SecurityException e) {
            throw refused("The signature of " + name
                    + " does not hold: somebody has changed the jar after it was signed (" + e.getMessage() + ").");
        } catch (IOException | IllegalArgumentException e) {
            throw refused(name + " is no OSGi bundle: it cannot be read as a jar (" + e.getMessage() + ").");
        }
    }

    static GatewrightException refused(String sentence) {
        return new GatewrightException(CommonError.PLUGIN_REFUSED, sentence);
    }
}

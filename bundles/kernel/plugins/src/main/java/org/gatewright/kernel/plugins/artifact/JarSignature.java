package org.gatewright.kernel.plugins.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed a jar. Java checks each entry against the manifest, and the signatures; what it leaves open is refused here: files that were added or taken away after
 * signing, and a manifest that is not, as a whole, the one that was signed.
 */
record JarSignature(String name, JarEntries entries) {

    private static final String OF_MANIFEST = "-Digest-Manifest";
    private static final String OF_ENTRY = "-Digest";

    /** Algorithms that are good enough for the manifest. */
    private static final Set<String> STRONG = Set.of("SHA-256", "SHA-384", "SHA-512");

    /** Returns those who have signed all of it; none if the jar has no signature. */
    Set<CodeSigner> signers() throws IOException {
        if (entries.meta().keySet().stream().noneMatch(JarEntries::isOfSignature)) {
            return Set.of();
        }
        List<JarEntry> signed = entries.files().stream()
                .filter(entry -> !JarEntries.isMeta(entry.getName()))
                .toList();
        refuseUnsigned(signed);
        refuseTakenAway(signed);
        refuseOtherManifest();
        Set<CodeSigner> common = new LinkedHashSet<>();
        signed.stream().findFirst().ifPresent(entry -> common.addAll(signers(entry)));
        signed.forEach(entry -> common.retainAll(signers(entry)));
        if (common.isEmpty()) {
            throw PluginJar.refused("Nobody has signed all of " + name + ". Sign the whole jar.");
        }
        return common;
    }

    private void refuseUnsigned(List<JarEntry> signed) {
        List<String> unsigned = signed.stream()
                .filter(entry -> signers(entry).isEmpty())
                .map(JarEntry::getName)
                .toList();
        if (unsigned.isEmpty()) {
            return;
        }
        throw PluginJar.refused(
                unsigned.size() == signed.size()
                        ? "The signature of " + name + " does not count: it is not complete, or made with an algorithm"
                                + " that this Java no longer trusts. Sign the jar anew."
                        : "The signature of " + name + " does not cover the file " + unsigned.get(0)
                                + ": it was added after the jar was signed.");
    }

    private void refuseTakenAway(List<JarEntry> signed) throws IOException {
        Set<String> there = signed.stream().map(JarEntry::getName).collect(Collectors.toSet());
        entries.manifest().getEntries().entrySet().stream()
                .filter(section -> hasDigest(section.getValue()))
                .map(Map.Entry::getKey)
                .filter(file -> !there.contains(file))
                .findFirst()
                .ifPresent(file -> {
                    throw PluginJar.refused("The signature of " + name + " covers the file " + file
                            + ", which is not there: it was taken away after the jar was signed.");
                });
    }

    /** Java is content if the sections of single files are those that were signed, or if there is no word about the headers. */
    private void refuseOtherManifest() throws IOException {
        for (Map.Entry<String, byte[]> file : entries.meta().entrySet()) {
            if (file.getKey().endsWith(".SF")
                    && !covers(new Manifest(new ByteArrayInputStream(file.getValue())).getMainAttributes())) {
                throw PluginJar.refused("The signature of " + name + " does not hold for its manifest: " + file.getKey()
                        + " was made for another one, or with a weak algorithm.");
            }
        }
    }

    private boolean covers(Attributes signatureFile) {
        return signatureFile.entrySet().stream()
                .anyMatch(line -> isDigest(String.valueOf(line.getKey()), String.valueOf(line.getValue())));
    }

    private boolean isDigest(String key, String value) {
        if (!key.endsWith(OF_MANIFEST)) {
            return false;
        }
        String algorithm = key.substring(0, key.length() - OF_MANIFEST.length());
        return STRONG.contains(algorithm) && value.equals(digest(algorithm));
    }

    private String digest(String algorithm) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(entries.manifestBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static boolean hasDigest(Attributes section) {
        return section.keySet().stream().anyMatch(key -> String.valueOf(key).endsWith(OF_ENTRY));
    }

    private static List<CodeSigner> signers(JarEntry entry) {
        CodeSigner @Nullable [] signers = entry.getCodeSigners();
        return signers == null ? List.of() : Arrays.asList(signers);
    }
}

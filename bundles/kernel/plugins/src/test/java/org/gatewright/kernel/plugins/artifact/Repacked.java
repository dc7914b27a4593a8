package org.gatewright.kernel.plugins.artifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar that somebody takes apart and puts together again. */
final class Repacked {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Repacked(byte[] jar) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    byte[] get(String name) {
        return files.get(name);
    }

    Repacked put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Repacked without(String name) {
        if (files.remove(name) == null) {
            throw new AssertionError("there is no " + name + " in " + files.keySet());
        }
        return this;
    }

    byte[] jar() throws IOException {
        return jar(Deflater.DEFAULT_COMPRESSION);
    }

    /** Puts it together without compressing anything. */
    byte[] stored() throws IOException {
        return jar(Deflater.NO_COMPRESSION);
    }

    private byte[] jar(int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(level);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

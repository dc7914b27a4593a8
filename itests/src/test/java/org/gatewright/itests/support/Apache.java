package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An Apache of Debian with a configuration of ours. It gives its rights up, so its folder is where everybody may read. */
public final class Apache implements AutoCloseable {

    private final Program program;
    private final Path folder;
    private final URI base;

    private Apache(Program program, Path folder, URI base) {
        this.program = program;
        this.folder = folder;
        this.base = base;
    }

    /** Makes a folder that everybody may read. */
    public static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("gatewright-" + name);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it in the folder, with a configuration out of {@code src/test/apache} in which names are filled in. */
    public static Apache start(Path folder, String configuration, Map<String, String> names, int port) {
        Path file = fill(folder, configuration, names);
        open(folder);
        Program program = Program.start(
                folder,
                Map.of(),
                List.of("/usr/sbin/apache2", "-f", file.toString(), "-DFOREGROUND"),
                () -> listens(port));
        return new Apache(program, folder, URI.create("http://localhost:" + port));
    }

    /** Writes a file out of {@code src/test/apache} to the folder, with names filled in. */
    public static Path fill(Path folder, String file, Map<String, String> names) {
        try {
            String text = Files.readString(Path.of("src/test/apache").resolve(file));
            for (Map.Entry<String, String> name : names.entrySet()) {
                text = text.replace("@" + name.getKey() + "@", name.getValue());
            }
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everybody read what is in the folder: keys that are made for one test, and worth nothing. */
    private static void open(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
                } else if (Files.isRegularFile(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns its address. */
    public URI base() {
        return base;
    }

    /** Returns its log. */
    public String log() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
        Folders.delete(folder);
    }
}

package org.gatewright.itests.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A file system over a folder, small enough to be filled. It is mounted in namespaces of its own, so no right to mount is needed, only who is {@linkplain #entrance
 * inside} sees it, and it is gone with the test.
 */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private static final String MOUNT = "mount -t tmpfs -o size=\"$2\"m tmpfs \"$1\" && echo mounted $$ && exec cat";

    private final Program namespace;
    private final String pid;
    private final Path inside;

    private SmallDisk(Program namespace, String pid, Path folder) {
        this.namespace = namespace;
        this.pid = pid;
        this.inside = Path.of("/proc/" + pid + "/root" + folder);
    }

    /** Tells whether this kernel lets us make namespaces. */
    public static boolean isPossible() {
        return Command.run(
                                Folders.make("namespaces"),
                                Map.of(),
                                Duration.ofSeconds(30),
                                List.of("unshare", "--user", "--map-root-user", "--mount", "true"))
                        .exitCode()
                == 0;
    }

    /** Mounts one over a folder, which is made. */
    public static SmallDisk over(Path folder, int mebibytes) {
        Path place = Folders.make("disk");
        Path output = place.resolve("output.txt");
        try {
            Files.createDirectories(folder);
            Program namespace = Program.start(
                    place,
                    Map.of(),
                    List.of(
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            MOUNT,
                            "sh",
                            folder.toString(),
                            String.valueOf(mebibytes)),
                    () -> !pid(output).isEmpty());
            return new SmallDisk(namespace, pid(output), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pid(Path output) {
        try {
            String text = Files.readString(output);
            return text.startsWith("mounted ") && text.endsWith("\n")
                    ? text.substring("mounted ".length()).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the words before those of a program that shall see it. */
    public List<String> entrance() {
        return List.of("nsenter", "--target", pid, "--user", "--mount", "--preserve-credentials");
    }

    /** Leaves no room for one byte more. */
    public void fill() {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (inside.toFile().getUsableSpace() > 0) {
                ballast.write(block);
            }
        } catch (IOException e) {
            if (inside.toFile().getUsableSpace() > 0) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives back what was filled. */
    public void makeSpace() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        namespace.close();
    }

    private Path ballast() {
        return inside.resolve("ballast");
    }
}

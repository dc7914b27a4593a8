package org.gatewright.itests.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file system of its own over a folder, small enough to be filled. Only who may mount can make one. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one over the folder; empty where this user may not mount. */
    public static Optional<SmallDisk> over(Path folder, int mebibytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command mount =
                run(folder, "mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        return mount.exitCode() == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Leaves no room for one byte more. */
    public void fill() {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (folder.toFile().getUsableSpace() > 0) {
                ballast.write(block);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
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
        Command unmount = run(folder.getParent(), "umount", "--lazy", folder.toString());
        if (unmount.exitCode() != 0) {
            throw new AssertionError(unmount.output());
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static Command run(Path folder, String... words) {
        return Command.run(folder, Map.of(), Duration.ofSeconds(30), List.of(words));
    }
}

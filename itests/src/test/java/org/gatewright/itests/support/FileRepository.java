package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Maven repository with what an author of plug-ins needs of this build. */
public final class FileRepository {

    private static final Path ROOT = Path.of("..");
    private static final String VERSION = "1.0.0-SNAPSHOT";
    private static final List<Path> MODULES =
            List.of(ROOT.resolve("bundles"), ROOT.resolve("plugins-sample/archetype"));

    private final Path folder;

    private FileRepository(Path folder) {
        this.folder = folder;
    }

    /** Fills the folder. */
    public static Path fill(Path folder) throws IOException {
        FileRepository repository = new FileRepository(folder);
        repository.add("gatewright", ROOT.resolve("pom.xml"), "pom");
        repository.add("org.gatewright.bundles", ROOT.resolve("bundles/pom.xml"), "pom");
        for (Path modules : MODULES) {
            jars(modules).forEach(repository::addModule);
        }
        return folder;
    }

    private static List<Path> jars(Path modules) throws IOException {
        try (Stream<Path> files = Files.walk(modules)) {
            return files.filter(file -> file.getParent().endsWith("target"))
                    .filter(file ->
                            file.getFileName().toString().matches("org\\.gatewright\\..*-" + VERSION + "\\.jar"))
                    .toList();
        }
    }

    private void addModule(Path jar) {
        String artifact = jar.getFileName().toString().replace("-" + VERSION + ".jar", "");
        add(artifact, jar, "jar");
        add(artifact, jar.resolveSibling("../pom.xml").normalize(), "pom");
    }

    private void add(String artifact, Path file, String extension) {
        Path target = folder.resolve("org/gatewright/" + artifact + "/" + VERSION);
        try {
            Files.createDirectories(target);
            Files.copy(file, target.resolve(artifact + "-" + VERSION + "." + extension));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

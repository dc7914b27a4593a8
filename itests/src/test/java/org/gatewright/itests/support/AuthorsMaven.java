package org.gatewright.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Maven of an author of plug-ins. Its local repository is in a folder of the test, so that nothing of this build gets into that of this machine; what that one
 * has is taken from there.
 */
public final class AuthorsMaven {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String SETTINGS = """
        <settings>
          <localRepository>%s</localRepository>
          <profiles>
            <profile>
              <id>author</id>
              <repositories>%s%s</repositories>
              <pluginRepositories>%s</pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>author</activeProfile>
          </activeProfiles>
        </settings>
        """;

    private final Path settings;

    /** Finds what this build made in the repository. */
    public AuthorsMaven(Path folder, Path repository) throws IOException {
        Path machine = Path.of(System.getProperty("gatewright.maven.repository"));
        this.settings = folder.resolve("settings.xml");
        Files.writeString(
                settings,
                SETTINGS.formatted(
                        folder.resolve("m2"),
                        repository("build", "repository", repository),
                        repository("machine", "repository", machine),
                        repository("machine-plugins", "pluginRepository", machine)));
    }

    private static String repository(String id, String element, Path folder) {
        return "<%s><id>%s</id><url>%s</url></%s>"
                .formatted(element, id, folder.toAbsolutePath().toUri(), element);
    }

    /** Runs Maven in the folder; fails with its output if it does. */
    public void run(Path folder, String... words) {
        Path maven = Path.of(System.getProperty("gatewright.maven"), "bin", "mvn");
        List<String> all = Stream.concat(
                        Stream.of(maven.toString(), "-B", "-q", "-s", settings.toString()), Stream.of(words))
                .toList();
        Command command = Command.run(folder, Map.of(), LIMIT, all);
        if (command.exitCode() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + command.output());
        }
    }
}

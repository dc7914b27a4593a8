package org.gatewright.console.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.ArtifactDigest;
import org.gatewright.port.plugins.ArtifactSize;
import org.gatewright.port.plugins.MavenRepository;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.port.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Reads the jar of a plug-in from where somebody says it is: a file, or an address that begins with {@code https:}, {@code file:} or {@code mvn:}.
 *
 * @param folder relative names of files mean files there
 * @param most bytes that a jar may have
 * @param repositories where {@code mvn:} is looked up, the first one first
 */
record ArtifactSource(Path folder, int most, Download download, List<MavenRepository> repositories) {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]+):.*", Pattern.CASE_INSENSITIVE);

    /** Reads as the settings say. */
    static ArtifactSource of(Path folder, Settings settings) {
        return new ArtifactSource(folder, ArtifactSize.most(settings), Download.usual(), MavenRepository.of(settings));
    }

    /**
     * Reads all of it, and refuses it if it is not what is meant.
     *
     * @param sha256 of what is meant, in hexadecimal digits; null for whatever is there
     */
    Upload read(String from, @Nullable String sha256) {
        Upload upload = read(from);
        if (sha256 != null) {
            ArtifactDigest.require(sha256, upload.content());
        }
        return upload;
    }

    /**
     * Reads all of it.
     *
     * @throws InvalidFieldsException with a sentence that says why it cannot be had
     */
    Upload read(String from) {
        var scheme = SCHEME.matcher(from);
        if (!scheme.matches()) {
            return file(from, from);
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "file" -> file(from, path(from));
            case "https" -> new Upload(name(address(from)), download.get(address(from), most));
            case "http" -> throw refused("A plug-in is fetched by https only: anybody on the way could change it.");
            case "mvn" -> maven(MavenArtifact.parse(from));
            default ->
                throw refused(
                        "“" + from + "” is neither a file nor an address that begins with https:, file: or mvn:.");
        };
    }

    /** Asks one repository after the other. One that does not answer ends the search: another could have a jar of this name that somebody else has put there. */
    private Upload maven(MavenArtifact artifact) {
        if (repositories.isEmpty()) {
            throw refused("The setting plugins.maven_repositories names no repository in which " + artifact
                    + " could be looked up.");
        }
        return repositories.stream()
                .flatMap(repository -> in(repository, artifact).stream())
                .findFirst()
                .orElseThrow(() -> refused(artifact + " is in none of plugins.maven_repositories: "
                        + repositories.stream().map(MavenRepository::place).collect(Collectors.joining(", ")) + "."));
    }

    private Optional<Upload> in(MavenRepository repository, MavenArtifact artifact) {
        String place = repository.place() + "/" + artifact.path();
        if (repository.isRemote()) {
            URI address = address(place);
            return download.find(address, most).map(content -> new Upload(name(address), content));
        }
        return Files.exists(Path.of(place)) ? Optional.of(file(place, place)) : Optional.empty();
    }

    private Upload file(String from, String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw refused("There is no file “" + from + "” (" + file + ").");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new Upload(String.valueOf(file.getFileName()), bounded(in.readNBytes(most + 1), most));
            }
        } catch (InvalidPathException e) {
            throw refused("“" + from + "” is no name of a file.");
        } catch (IOException e) {
            throw refused("The server cannot read the file “" + from + "” (" + e + ").");
        }
    }

    /** Refuses what is too long. */
    static byte[] bounded(byte[] content, int most) {
        if (content.length > most) {
            throw tooLarge(most);
        }
        return content;
    }

    static InvalidFieldsException tooLarge(int most) {
        return refused("The jar is longer than " + most + " bytes, the most that plugins.max_artifact allows.");
    }

    static InvalidFieldsException refused(String sentence) {
        return new InvalidFieldsException("file", sentence);
    }

    private static String path(String from) {
        String path = address(from).getPath();
        if (path == null) {
            throw refused("“" + from + "” is no file: write file:/ and the name from the root.");
        }
        return path;
    }

    private static URI address(String from) {
        try {
            return URI.create(from);
        } catch (IllegalArgumentException e) {
            throw refused("“" + from + "” is no address.");
        }
    }

    private static String name(URI address) {
        String path = String.valueOf(address.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? "the jar at " + address.getHost() : last;
    }
}

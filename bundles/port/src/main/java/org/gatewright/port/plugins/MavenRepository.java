package org.gatewright.port.plugins;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatewright.port.settings.Settings;

/**
 * A repository in the layout of Maven 2 from which plug-ins may come.
 *
 * @param place a folder, named from the root, or an address that begins with {@code https:}; without a slash at the end
 */
public record MavenRepository(String place) {

    /** Returns those of the setting {@code plugins.maven_repositories}, in its order; none if it is not set. */
    public static List<MavenRepository> of(Settings settings) {
        return settings.get("plugins", "maven_repositories")
                .map(MavenRepository::list)
                .orElse(List.of());
    }

    /**
     * Reads folders and addresses with commas between.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static List<MavenRepository> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(MavenRepository::one)
                .toList();
    }

    /** Tells whether it is on a server. */
    public boolean isRemote() {
        return isRemote(place);
    }

    private static boolean isRemote(String text) {
        return text.startsWith("https:");
    }

    private static MavenRepository one(String text) {
        if (!isAddress(text) && !isFolder(text)) {
            throw new IllegalArgumentException("neither a folder nor an https address: " + text);
        }
        return new MavenRepository(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Only the way to a server, as a path is put behind it; a password would be shown with the setting. */
    private static boolean isAddress(String text) {
        if (!isRemote(text)) {
            return false;
        }
        URI address = URI.create(text);
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static boolean isFolder(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

package org.gatewright.port.http;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Static files that a bundle brings. The entry serves them with their media type, an entity tag and, where immutable, a year of caching. */
@ConsumerType
public interface StaticResources {

    /** Returns the path that all files are below, such as {@code /static/dist/ui/}. */
    String prefix();

    /** Finds the file by its path below the prefix. */
    Optional<URL> find(String path);

    /** Tells whether the file's name changes with its content. */
    boolean immutable(String path);

    /**
     * Returns the pages that are served at other addresses: path prefix (such as {@code /if/flow/}) to a path for {@link #find}. The page of the longest prefix
     * serves all addresses below it.
     */
    Map<String, String> pages();
}

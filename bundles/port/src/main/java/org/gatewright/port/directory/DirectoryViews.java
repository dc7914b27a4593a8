package org.gatewright.port.directory;

import java.util.UUID;
import org.gatewright.spi.directory.DirectoryView;
import org.osgi.annotation.versioning.ProviderType;

/** Shows the directory as somebody may see it. */
@ProviderType
public interface DirectoryViews {

    /** The action of the permission to see all users and groups by way of a provider. */
    String SEARCH = "search_full_directory";

    /** Returns what the actor may see by way of the provider: all with the permission {@link #SEARCH} on it, else themselves and their groups. */
    DirectoryView of(Actor actor, UUID provider);
}

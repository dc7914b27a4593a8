package org.gatewright.kernel.directory;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.DirectoryViews;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.spi.directory.DirectoryView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows all to whom a role says so, and others what is theirs. */
@Component
public final class PermittedViews implements DirectoryViews {

    private static final String PROVIDER = "provider";

    private final AccessControl access;
    private final DirectorySearchStore store;

    /** Takes what it asks. */
    @Activate
    public PermittedViews(@Reference AccessControl access, @Reference DirectorySearchStore store) {
        this.access = access;
        this.store = store;
    }

    @Override
    public DirectoryView of(Actor actor, UUID provider) {
        if (access.allows(actor, new Permission(SEARCH, PROVIDER, Optional.of(provider)))) {
            return new WholeView(store);
        }
        return actor.user()
                .<DirectoryView>map(user -> new OwnView(store, user.id()))
                .orElseGet(NoView::new);
    }
}

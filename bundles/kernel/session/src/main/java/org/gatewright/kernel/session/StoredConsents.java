package org.gatewright.kernel.session;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.spi.session.Consents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds consents in their store. */
@Component
public final class StoredConsents implements Consents {

    private final ConsentStore store;
    private final Clock clock;

    /** Takes its store. */
    @Activate
    public StoredConsents(@Reference ConsentStore store) {
        this(store, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredConsents(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Set<String>> find(UUID user, String application) {
        return store.find(user, application, clock.instant());
    }
}

package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.store.GrantStore;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps grants in their store. */
@Component
public final class StoredGrants implements Grants {

    private final GrantStore store;
    private final Clock clock;

    /** Takes its store. */
    @Activate
    public StoredGrants(@Reference GrantStore store) {
        this(store, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredGrants(GrantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void add(Grant grant) {
        store.add(grant);
    }

    @Override
    public Optional<Grant> alive(UUID id) {
        return store.findAlive(id, clock.instant());
    }

    @Override
    public void revoke(UUID id) {
        store.revoke(id);
    }

    @Override
    public void revokeToken(String tokenId, Instant until) {
        if (until.isAfter(clock.instant())) {
            store.addRevokedToken(tokenId, until);
        }
    }

    @Override
    public boolean isTokenRevoked(String tokenId) {
        return store.isTokenRevoked(tokenId);
    }
}

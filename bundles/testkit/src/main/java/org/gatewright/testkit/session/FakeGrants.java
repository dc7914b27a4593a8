package org.gatewright.testkit.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Grants;

/**
 * Grants in memory. A grant is alive until it expires or is revoked; sessions and users are not looked at.
 *
 * @since 1.0
 */
public final class FakeGrants implements Grants, Rewindable {

    private final Supplier<Instant> now;
    private final Map<UUID, Grant> grants = new LinkedHashMap<>();
    private final Map<String, Instant> revokedTokens = new HashMap<>();

    /** Creates it with the clock that expiry is measured by. */
    public FakeGrants(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public void add(Grant grant) {
        if (grants.putIfAbsent(grant.id(), grant) != null) {
            throw new IllegalStateException("there is a grant " + grant.id());
        }
    }

    @Override
    public Optional<Grant> alive(UUID id) {
        return Optional.ofNullable(grants.get(id)).filter(grant -> now.get().isBefore(grant.expires()));
    }

    @Override
    public void revoke(UUID id) {
        grants.remove(id);
    }

    @Override
    public void revokeToken(String tokenId, Instant until) {
        revokedTokens.put(tokenId, until);
    }

    @Override
    public boolean isTokenRevoked(String tokenId) {
        return revokedTokens.containsKey(tokenId);
    }

    /** Returns the grants that were not revoked. */
    public List<Grant> all() {
        return List.copyOf(grants.values());
    }

    @Override
    public Runnable rewind() {
        Map<UUID, Grant> grantsThen = new LinkedHashMap<>(grants);
        Map<String, Instant> tokensThen = new HashMap<>(revokedTokens);
        return () -> {
            grants.clear();
            grants.putAll(grantsThen);
            revokedTokens.clear();
            revokedTokens.putAll(tokensThen);
        };
    }
}

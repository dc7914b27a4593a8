package org.gatewright.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.session.SigningKeys;
import org.gatewright.spi.data.JsonObject;

/** Signing keys that sign nothing. */
final class FakeSigningKeys implements SigningKeys {

    private final List<SigningKey> keys = new ArrayList<>();

    @Override
    public List<SigningKey> list() {
        return List.copyOf(keys);
    }

    @Override
    public SigningKey create(Actor actor, String name, String algorithm) {
        SigningKey key = new SigningKey(
                UUID.randomUUID(),
                name,
                algorithm,
                "active",
                Instant.parse("2026-11-01T12:00:00Z"),
                Optional.empty(),
                JsonObject.of("kid", name));
        keys.add(key);
        return key;
    }

    @Override
    public SigningKey rotate(Actor actor, UUID key) {
        return create(actor, "rotated", "ES256");
    }
}

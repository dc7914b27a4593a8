package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.events.Events;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.session.SigningKeys;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.KeyStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and rotates signing keys. */
@Component
public final class StoredSigningKeys implements SigningKeys {

    private static final int LONGEST_NAME = 200;

    private final KeyRing ring;
    private final KeyStore store;
    private final Sealer sealer;
    private final Events events;
    private final Transactions transactions;
    private final Duration overlap;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public StoredSigningKeys(
            @Reference KeyRing ring,
            @Reference KeyStore store,
            @Reference Sealer sealer,
            @Reference Events events,
            @Reference Transactions transactions,
            @Reference Settings settings) {
        this(ring, store, sealer, events, transactions, settings, Clock.systemUTC());
    }

    StoredSigningKeys(
            KeyRing ring,
            KeyStore store,
            Sealer sealer,
            Events events,
            Transactions transactions,
            Settings settings,
            Clock clock) {
        this.ring = ring;
        this.store = store;
        this.sealer = sealer;
        this.events = events;
        this.transactions = transactions;
        this.overlap = Days.of(settings, "keys", "overlap", 30);
        this.clock = clock;
    }

    @Override
    public List<SigningKey> list() {
        return ring.keys().keys().stream().map(LoadedKey::shown).toList();
    }

    @Override
    public SigningKey create(Actor actor, String name, String algorithm) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new InvalidFieldsException("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        KeyAlgorithm chosen = KeyAlgorithm.named(algorithm)
                .orElseThrow(() -> new InvalidFieldsException(
                        "algorithm", "Choose one of " + String.join(", ", KeyAlgorithm.names()) + "."));
        LoadedKey key = LoadedKey.named(chosen, stripped, clock.instant(), sealer);
        transactions.run(() -> {
            store.add(key.stored());
            record(actor, "model_created", key, JsonObject.empty());
            transactions.afterCommit(ring::refresh);
        });
        return key.shown();
    }

    @Override
    public SigningKey rotate(Actor actor, UUID key) {
        LoadedKey old = ring.fresher().keys().stream()
                .filter(candidate -> candidate.stored().id().equals(key))
                .findFirst()
                .orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such key."));
        if (!old.isActive()) {
            throw new GatewrightException(CommonError.CONFLICT, "The key has been replaced already.");
        }
        Instant now = clock.instant();
        LoadedKey successor = old.successor(now, sealer);
        transactions.run(() -> replace(actor, old, successor, now));
        return successor.shown();
    }

    private void replace(Actor actor, LoadedKey old, LoadedKey successor, Instant now) {
        if (!old.retire(store, now.plus(overlap)) || !store.add(successor.stored())) {
            throw new GatewrightException(CommonError.CONFLICT, "Somebody else has just replaced the key.");
        }
        record(
                actor,
                "secret_rotate",
                successor,
                JsonObject.of("replaced", old.stored().id()));
        transactions.afterCommit(ring::refresh);
    }

    private void record(Actor actor, String action, LoadedKey key, JsonObject more) {
        JsonObject context = JsonObject.of("model", "key")
                .with("pk", key.stored().id())
                .with("name", key.stored().name())
                .with("algorithm", key.stored().algorithm())
                .merge(more);
        events.record(action, actor.user(), actor.address(), context);
    }
}

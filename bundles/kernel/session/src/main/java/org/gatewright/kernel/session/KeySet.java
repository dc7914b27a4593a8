package org.gatewright.kernel.session;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;

/** All signing keys at one moment. Immutable. */
final class KeySet {

    private final List<LoadedKey> keys;
    private final Map<String, LoadedKey> byKid = new LinkedHashMap<>();
    private final Map<UUID, LoadedKey> activeById = new LinkedHashMap<>();
    private final Map<String, LoadedKey> defaults = new LinkedHashMap<>();
    private final Set<String> algorithms = new LinkedHashSet<>();
    private final JsonObject publicKeys;

    KeySet(Collection<LoadedKey> loaded, Instant now) {
        keys = loaded.stream().filter(key -> key.isPublished(now)).toList();
        keys.forEach(this::index);
        publicKeys =
                JsonObject.of("keys", keys.stream().map(LoadedKey::publicJwk).toList());
    }

    private void index(LoadedKey key) {
        byKid.put(key.kid(), key);
        if (!key.isActive()) {
            return;
        }
        algorithms.add(key.stored().algorithm());
        activeById.put(key.stored().id(), key);
        key.replaces().forEach(id -> activeById.put(id, key));
        if (key.isDefault()) {
            defaults.put(key.stored().algorithm(), key);
        }
    }

    List<LoadedKey> keys() {
        return keys;
    }

    Optional<LoadedKey> byKid(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    /** Finds the active key with this id, or the one that has taken its place. */
    Optional<LoadedKey> active(UUID id) {
        return Optional.ofNullable(activeById.get(id));
    }

    Optional<LoadedKey> standard(KeyAlgorithm algorithm) {
        return Optional.ofNullable(defaults.get(algorithm.jwaName()));
    }

    /** Finds the key that settings name, or the default one. */
    Optional<LoadedKey> chosen(Optional<UUID> id) {
        return id.map(this::active).orElseGet(() -> standard(KeyAlgorithm.RS256));
    }

    Set<String> algorithms() {
        return algorithms;
    }

    JsonObject publicKeys() {
        return publicKeys;
    }
}

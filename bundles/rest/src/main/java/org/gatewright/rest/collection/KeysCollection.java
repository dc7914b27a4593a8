package org.gatewright.rest.collection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.session.SigningKeys;
import org.gatewright.spi.data.JsonObject;

/** Signing keys; private parts are never shown. */
final class KeysCollection extends ShapedCollection<SigningKey> {

    private static final List<String> ALGORITHMS = List.of("RS256", "ES256", "EdDSA");
    private static final Shape<SigningKey> SHAPE = Shape.<SigningKey>empty()
            .shown("pk", Schemas.ID, SigningKey::id)
            .field("name", Schemas.TEXT, SigningKey::name)
            .field("algorithm", Schemas.choice(ALGORITHMS), SigningKey::algorithm)
            .shown("state", Schemas.TEXT, SigningKey::state)
            .shown("created", Schemas.MOMENT, key -> key.created().toString())
            .shownIfAny("expires", Schemas.MOMENT, key -> key.expires().map(Instant::toString))
            .shown("public_jwk", Schemas.ANY_OBJECT, SigningKey::publicJwk)
            .needing("name", "algorithm");

    private final SigningKeys keys;

    KeysCollection(SigningKeys keys) {
        super("crypto/signingkeys", "signingkey", Set.of(Operation.LIST, Operation.RETRIEVE, Operation.CREATE), SHAPE);
        this.keys = keys;
    }

    @Override
    public String reference() {
        return "key";
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return ObjectPages.of(keys.list().stream().map(this::show).toList(), page);
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        String name = fields.text("name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new InvalidFieldsException("name", "This field is required."));
        String algorithm = fields.text("algorithm")
                .filter(ALGORITHMS::contains)
                .orElseThrow(() -> new InvalidFieldsException(
                        "algorithm", "Choose one of " + String.join(", ", ALGORITHMS) + "."));
        return show(keys.create(actor, name, algorithm));
    }

    @Override
    public Map<String, Action> actions() {
        Act rotate = Act.needing(
                "change",
                (actor, key, body) -> show(keys.rotate(actor, existing(key).id())));
        return Map.of("rotate", rotate.answering(shown()));
    }

    @Override
    Optional<UUID> idOf(SigningKey key) {
        return Optional.of(key.id());
    }

    @Override
    Optional<SigningKey> find(String key) {
        return keys.list().stream()
                .filter(found -> found.id().toString().equals(key))
                .findFirst();
    }
}

package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.session.SigningKey;
import org.gatewright.port.session.SigningKeys;
import org.gatewright.spi.data.JsonObject;

/** Signing keys; private parts are never shown. */
final class KeysCollection implements Collection {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA");

    private final SigningKeys keys;

    KeysCollection(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String path() {
        return "crypto/signingkeys";
    }

    @Override
    public String model() {
        return "signingkey";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.LIST, Operation.RETRIEVE, Operation.CREATE);
    }

    @Override
    public JsonObject schema() {
        return Schemas.object(Map.of("name", Schemas.TEXT, "algorithm", Schemas.TEXT), "name", "algorithm");
    }

    @Override
    public Optional<UUID> id(String key) {
        return find(key).map(SigningKey::id);
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return ObjectPages.of(keys.list().stream().map(KeysCollection::show).toList(), page);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        return show(existing(key));
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        String name = fields.text("name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new InvalidFieldsException("name", "This field is required."));
        String algorithm = fields.text("algorithm")
                .filter(ALGORITHMS::contains)
                .orElseThrow(() -> new InvalidFieldsException("algorithm", "Choose one of RS256, ES256, EdDSA."));
        return show(keys.create(actor, name, algorithm));
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of(
                "rotate",
                Act.needing(
                        "change",
                        (actor, key, body) ->
                                show(keys.rotate(actor, existing(key).id()))));
    }

    private SigningKey existing(String key) {
        return find(key).orElseThrow(Collection::notFound);
    }

    private Optional<SigningKey> find(String key) {
        return keys.list().stream()
                .filter(found -> found.id().toString().equals(key))
                .findFirst();
    }

    private static JsonObject show(SigningKey key) {
        return JsonObject.of("pk", key.id())
                .with("name", key.name())
                .with("algorithm", key.algorithm())
                .with("state", key.state())
                .with("created", key.created().toString())
                .with("expires", key.expires().map(Object::toString))
                .with("public_jwk", key.publicJwk());
    }
}

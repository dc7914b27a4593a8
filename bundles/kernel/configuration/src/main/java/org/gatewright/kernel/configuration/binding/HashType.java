package org.gatewright.kernel.configuration.binding;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;

/** A {@link SecretHash}: given as plain text, stored as its digest, never shown. */
record HashType(int minLength, int maxLength) implements ValueType {

    /** The only member of a stored hash. */
    static final String DIGEST = "$sha256";

    @Override
    public Optional<Object> store(Object given, Optional<Object> previous, Check check) {
        if (SecretType.MASK.equals(given) && previous.isPresent()) {
            return previous;
        }
        return check.attempt(() -> JsonObject.of(
                DIGEST,
                SecretHash.of(Scalars.text(given, Math.max(1, minLength), maxLength))
                        .digest()));
    }

    @Override
    public Optional<Object> bind(Object stored, Check check) {
        Optional<Object> hash = Optional.of(stored)
                .filter(JsonObject.class::isInstance)
                .flatMap(object -> ((JsonObject) object).text(DIGEST))
                .filter(digest -> digest.length() == 64)
                .map(SecretHash::new);
        if (hash.isEmpty()) {
            check.problem("The stored hash is damaged.");
        }
        return hash;
    }

    @Override
    public Optional<Object> show(Object stored) {
        return Optional.empty();
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of("type", "string")
                .with("writeOnly", true)
                .with("format", "password")
                .with("minLength", Math.max(1, minLength))
                .with("maxLength", maxLength);
    }

    @Override
    public boolean isSecret() {
        return true;
    }
}

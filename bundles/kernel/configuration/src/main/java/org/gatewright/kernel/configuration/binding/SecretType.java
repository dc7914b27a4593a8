package org.gatewright.kernel.configuration.binding;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;

/** A {@link SecretText}: stored sealed, shown as a mask. The mask sent back means that nothing changes. */
record SecretType(int minLength, int maxLength) implements ValueType {

    /** What is shown instead of a secret. */
    static final String MASK = "********";

    /** The only member of a stored secret. */
    static final String SEALED = "$sealed";

    @Override
    public Optional<Object> store(Object given, Optional<Object> previous, Check check) {
        if (MASK.equals(given)) {
            if (previous.isEmpty()) {
                check.problem("Give the secret itself; there is none yet.");
            }
            return previous;
        }
        return check.attempt(() -> {
            String text = Scalars.text(given, minLength, maxLength);
            boolean same = previous.flatMap(stored -> open(stored, check))
                    .filter(text::equals)
                    .isPresent();
            return same ? previous.orElseThrow() : JsonObject.of(SEALED, check.seal(text));
        });
    }

    @Override
    public Optional<Object> bind(Object stored, Check check) {
        Optional<Object> opened = open(stored, check).map(SecretText::of);
        if (opened.isEmpty()) {
            check.problem("The stored secret cannot be read with the secret key of this installation.");
        }
        return opened;
    }

    @Override
    public Optional<Object> show(Object stored) {
        return Optional.of(MASK);
    }

    @Override
    public JsonObject schema() {
        return JsonObject.of("type", "string")
                .with("writeOnly", true)
                .with("format", "password")
                .with("minLength", minLength)
                .with("maxLength", maxLength);
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    private static Optional<String> open(Object stored, Check check) {
        return stored instanceof JsonObject object ? object.text(SEALED).flatMap(check::open) : Optional.empty();
    }
}

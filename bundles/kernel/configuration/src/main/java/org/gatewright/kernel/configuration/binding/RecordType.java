package org.gatewright.kernel.configuration.binding;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatewright.spi.data.JsonObject;

/** A record within a record. */
record RecordType(RecordShape shape) implements ValueType {

    @Override
    public Optional<Object> store(Object given, Optional<Object> previous, Check check) {
        Optional<JsonObject> before =
                previous.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
        return object(given, check, fields -> {
            Writing writing = new Writing(before, false, check);
            JsonObject stored = writing.members(shape.settings(), fields);
            return Optional.of(stored);
        });
    }

    @Override
    public Optional<Object> bind(Object stored, Check check) {
        return object(stored, check, fields -> shape.bind(fields, check).map(Function.identity()));
    }

    @Override
    public Optional<Object> show(Object stored) {
        return stored instanceof JsonObject fields
                ? Optional.of(Members.show(shape.settings(), fields))
                : Optional.empty();
    }

    @Override
    public JsonObject schema() {
        return Members.schema(shape.settings());
    }

    @Override
    public void references(Object stored, String path, Consumer<Reference> found) {
        if (stored instanceof JsonObject fields) {
            Members.references(shape.settings(), fields, path + ".", found);
        }
    }

    private static Optional<Object> object(
            Object value, Check check, Function<JsonObject, Optional<? extends Object>> work) {
        if (value instanceof JsonObject fields) {
            return work.apply(fields).map(Function.identity());
        }
        check.problem("This must be an object.");
        return Optional.empty();
    }
}

package org.gatewright.kernel.configuration.binding;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.settings.RefersTo;

/**
 * A single value.
 *
 * @param parse makes the Java value; throws {@link Misfit}
 * @param write makes the JSON of a Java value
 * @param refersTo what it refers to, if anything
 */
record Scalar(
        JsonObject schema, Function<Object, Object> parse, Function<Object, Object> write, Optional<RefersTo> refersTo)
        implements ValueType {

    @Override
    public Optional<Object> store(Object given, Optional<Object> previous, Check check) {
        return check.attempt(() -> write.apply(parse.apply(given)));
    }

    @Override
    public Optional<Object> bind(Object stored, Check check) {
        return check.attempt(() -> parse.apply(stored));
    }

    @Override
    public void references(Object stored, String path, Consumer<Reference> found) {
        refersTo.ifPresent(to -> found.accept(new Reference(path, to.value(), to.type(), stored)));
    }
}

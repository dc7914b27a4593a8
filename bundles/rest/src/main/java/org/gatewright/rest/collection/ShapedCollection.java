package org.gatewright.rest.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/** A collection of things of one shape, each behind a key. */
abstract class ShapedCollection<T> implements Collection {

    private final String path;
    private final String model;
    private final Set<Operation> operations;
    private final Shape<T> shape;

    ShapedCollection(String path, String model, Set<Operation> operations, Shape<T> shape) {
        this.path = path;
        this.model = model;
        this.operations = Set.copyOf(operations);
        this.shape = shape;
    }

    /** Finds the thing behind the key. */
    abstract Optional<T> find(String key);

    /** Returns the id that permissions on single objects name; empty if there are none on such things. */
    Optional<UUID> idOf(T thing) {
        return Optional.empty();
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final String model() {
        return model;
    }

    @Override
    public final Set<Operation> operations() {
        return operations;
    }

    @Override
    public final JsonObject shown() {
        return shape.schema();
    }

    @Override
    public final JsonObject schema() {
        return shape.input();
    }

    @Override
    public final Optional<UUID> id(String key) {
        return find(key).flatMap(this::idOf);
    }

    @Override
    public final JsonObject retrieve(Actor actor, String key) {
        return show(existing(key));
    }

    final JsonObject show(T thing) {
        return shape.show(thing);
    }

    /** Returns the fields if each one that is given has its type; a value of another type must never count as not given. */
    final JsonObject checked(JsonObject fields) {
        Map<String, List<String>> misfits = shape.misfits(fields);
        if (!misfits.isEmpty()) {
            throw new InvalidFieldsException(misfits);
        }
        return fields;
    }

    final T existing(String key) {
        return find(key).orElseThrow(Collection::notFound);
    }
}

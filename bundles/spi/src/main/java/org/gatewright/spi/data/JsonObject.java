package org.gatewright.spi.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object (RFC 8259). Member order is kept.
 *
 * <p>Member values are {@link String}, {@link Boolean}, {@link Long}, {@link BigDecimal}, {@link JsonObject} or an unmodifiable {@link List} of these. A member
 * whose value is null is absent. Safe for use by several threads.
 *
 * @since 1.0
 */
public final class JsonObject {

    private static final JsonObject EMPTY = new JsonObject(Collections.emptyMap());

    private final Map<String, Object> members;

    private JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    /** Returns the object without members. */
    public static JsonObject empty() {
        return EMPTY;
    }

    /**
     * Returns an object with one member.
     *
     * @throws IllegalArgumentException if the value is not a JSON value
     */
    public static JsonObject of(String name, Object value) {
        return EMPTY.with(name, value);
    }

    /**
     * Returns an object with a copy of the given members, maps and collections converted in depth.
     *
     * @throws IllegalArgumentException if a value is not a JSON value
     */
    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, JsonValues.normalize(value));
            }
        });
        return copy.isEmpty() ? EMPTY : new JsonObject(Collections.unmodifiableMap(copy));
    }

    /** Returns the members, unmodifiable, in order. */
    public Map<String, Object> members() {
        return members;
    }

    /** Tells whether there is such a member. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Tells whether there is no member at all. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Returns the member's value if there is one. */
    public Optional<Object> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Returns the member if it is a string. */
    public Optional<String> text(String name) {
        return typed(name, String.class);
    }

    /** Returns the member if it is a whole number within the range of a long. */
    public Optional<Long> integer(String name) {
        return typed(name, Long.class);
    }

    /** Returns the member if it is a boolean, else empty. */
    public Optional<Boolean> bool(String name) {
        return typed(name, Boolean.class);
    }

    /** Returns the member if it is an object. */
    public Optional<JsonObject> object(String name) {
        return typed(name, JsonObject.class);
    }

    /** Returns the member's elements if it is an array, else an empty list. */
    public List<Object> list(String name) {
        List<Object> elements = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            elements.addAll(list);
        }
        return Collections.unmodifiableList(elements);
    }

    /** Returns the strings among the member's elements if it is an array, else an empty list. */
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Returns the objects among the member's elements if it is an array, else an empty list. */
    public List<JsonObject> objects(String name) {
        return list(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /**
     * Returns this object with the member added or replaced.
     *
     * @throws IllegalArgumentException if the value is not a JSON value
     */
    public JsonObject with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.put(name, JsonValues.normalize(value));
        return new JsonObject(Collections.unmodifiableMap(copy));
    }

    /** Returns this object with the member added or replaced if a value is given. */
    public JsonObject with(String name, Optional<? extends Object> value) {
        return value.isPresent() ? with(name, (Object) value.get()) : this;
    }

    /** Returns this object with all members of the other one added; a member that both have is the other one's. */
    public JsonObject merge(JsonObject other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.putAll(other.members);
        return new JsonObject(Collections.unmodifiableMap(copy));
    }

    /** Returns this object without the member. */
    public JsonObject without(String name) {
        if (!has(name)) {
            return this;
        }
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new JsonObject(Collections.unmodifiableMap(copy));
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        return Optional.ofNullable(members.get(name)).filter(type::isInstance).map(type::cast);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Names the members only: values may be secret. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}

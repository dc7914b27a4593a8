package org.gatewright.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gatewright.spi.data.JsonObject;

/**
 * What is shown of a thing as JSON, and what is given to change it: each field once, with its JSON Schema and where its value comes from. Immutable.
 *
 * @param <T> the thing
 */
public final class Shape<T> {

    /** How a field goes over the wire. */
    private enum Way {
        BOTH,
        SHOWN,
        GIVEN
    }

    private record Field<T>(String name, JsonObject schema, Way way, Function<? super T, ?> value) {

        JsonObject show(JsonObject object, T thing) {
            Object shown = value.apply(thing);
            return shown instanceof Optional<?> optional ? object.with(name, optional) : object.with(name, shown);
        }
    }

    private final List<Field<T>> fields;
    private final List<String> shownAlways;
    private final List<String> neededToCreate;

    private Shape(List<Field<T>> fields, List<String> shownAlways, List<String> neededToCreate) {
        this.fields = List.copyOf(fields);
        this.shownAlways = List.copyOf(shownAlways);
        this.neededToCreate = List.copyOf(neededToCreate);
    }

    /** Returns a shape without fields. */
    public static <T> Shape<T> empty() {
        return new Shape<>(List.of(), List.of(), List.of());
    }

    /** Adds a field that is shown, and may be given. */
    public Shape<T> field(String name, JsonObject schema, Function<? super T, ?> value) {
        return with(new Field<>(name, schema, Way.BOTH, value), true);
    }

    /** Adds a field that is shown only. */
    public Shape<T> shown(String name, JsonObject schema, Function<? super T, ?> value) {
        return with(new Field<>(name, schema, Way.SHOWN, value), true);
    }

    /** Adds a field that is shown if there is a value, and may be given. */
    public Shape<T> optional(String name, JsonObject schema, Function<? super T, Optional<?>> value) {
        return with(new Field<>(name, schema, Way.BOTH, value), false);
    }

    /** Adds a field that is shown only, if there is a value. */
    public Shape<T> shownIfAny(String name, JsonObject schema, Function<? super T, Optional<?>> value) {
        return with(new Field<>(name, schema, Way.SHOWN, value), false);
    }

    /** Adds a field that may be given and is never shown. */
    public Shape<T> given(String name, JsonObject schema) {
        return with(new Field<>(name, schema, Way.GIVEN, thing -> Optional.empty()), false);
    }

    /** Says which fields must be given to make a thing. */
    public Shape<T> needing(String... names) {
        return new Shape<>(fields, shownAlways, List.of(names));
    }

    /** Writes the thing. */
    public JsonObject show(T thing) {
        JsonObject object = JsonObject.empty();
        for (Field<T> field : fields) {
            object = field.show(object, thing);
        }
        return object;
    }

    /** Returns a sentence for each field that is given in a type other than its own. What no field takes is not looked at. */
    public Map<String, List<String>> misfits(JsonObject given) {
        Map<String, List<String>> misfits = new TreeMap<>();
        for (Field<T> field : fields) {
            if (field.way() != Way.SHOWN) {
                given.get(field.name())
                        .flatMap(value -> Schemas.misfit(field.schema(), value))
                        .ifPresent(sentence -> misfits.put(field.name(), List.of(sentence)));
            }
        }
        return misfits;
    }

    /** Returns the JSON Schema of what is shown. */
    public JsonObject schema() {
        return schema(Way.GIVEN, shownAlways);
    }

    /** Returns the JSON Schema of what is given. */
    public JsonObject input() {
        return schema(Way.SHOWN, neededToCreate);
    }

    private JsonObject schema(Way other, List<String> required) {
        JsonObject properties = JsonObject.empty();
        for (Field<T> field : fields) {
            properties = field.way() == other ? properties : properties.with(field.name(), field.schema());
        }
        return Schemas.ANY_OBJECT.with("properties", properties).with("required", required);
    }

    private Shape<T> with(Field<T> field, boolean always) {
        List<Field<T>> more = new ArrayList<>(fields);
        more.add(field);
        List<String> certain = new ArrayList<>(shownAlways);
        if (always) {
            certain.add(field.name());
        }
        return new Shape<>(more, certain, neededToCreate);
    }
}

package org.gatewright.kernel.configuration.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.spi.data.JsonObject;

/** The fields of an object: one record, or the common fields of its model joined with the settings of its type. */
public final class ObjectShape {

    /** The meta schema that schemas follow. */
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Class<? extends Record> own;
    private final List<RecordShape> shapes;
    private final List<Setting> settings;

    private ObjectShape(Class<? extends Record> own, List<RecordShape> shapes) {
        this.own = own;
        this.shapes = shapes;
        Map<String, Setting> all = new LinkedHashMap<>();
        shapes.forEach(shape -> shape.settings().forEach(setting -> all.putIfAbsent(setting.name(), setting)));
        this.settings = List.copyOf(all.values());
    }

    /** A member of an object that is unique among the instances of its type. */
    public record UniqueMember(String name, Object value) {}

    /**
     * What is stored of given fields.
     *
     * @param generated secrets that were made, shown this once
     */
    public record Stored(JsonObject fields, JsonObject generated) {}

    /** Returns the shape of the records, those before going first. */
    public static ObjectShape of(List<Class<? extends Record>> records) {
        List<RecordShape> shapes = new ArrayList<>();
        records.forEach(record -> shapes.add(RecordShape.of(record)));
        return new ObjectShape(records.get(records.size() - 1), List.copyOf(shapes));
    }

    /** Returns the names of the record's members in JSON. */
    public static Set<String> names(Class<? extends Record> record) {
        return RecordShape.of(record).names();
    }

    /** Returns the last of the records: the settings of the type, if it is the shape of an instance. */
    public Class<? extends Record> own() {
        return own;
    }

    /**
     * Binds stored fields to a record, members of others left alone.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException if they do not fit
     */
    public static <S extends Record> S bind(Class<S> type, JsonObject stored, Sealer sealer) {
        Check check = Check.begin(sealer);
        Optional<Record> bound = RecordShape.of(type).bind(stored, check);
        check.finish();
        return type.cast(bound.orElseThrow());
    }

    /**
     * Makes what is stored of a new object.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException naming each wrong field
     */
    public Stored create(JsonObject given, Sealer sealer) {
        return store(given, Optional.empty(), false, sealer);
    }

    /**
     * Makes what is stored of a changed object.
     *
     * @param partial whether what is absent stays
     * @throws org.gatewright.port.error.InvalidFieldsException naming each wrong field
     */
    public Stored update(JsonObject given, JsonObject previous, boolean partial, Sealer sealer) {
        return store(given, Optional.of(previous), partial, sealer);
    }

    private Stored store(JsonObject given, Optional<JsonObject> previous, boolean partial, Sealer sealer) {
        Check check = Check.begin(sealer);
        Writing writing = new Writing(previous, partial, check);
        JsonObject stored = writing.members(settings, given);
        check.finish();
        shapes.forEach(shape -> shape.bind(stored, check));
        check.finish();
        return new Stored(stored, writing.generated());
    }

    /** Returns stored fields as the API shows them. */
    public JsonObject show(JsonObject stored) {
        return Members.show(settings, stored);
    }

    /** Returns the JSON Schema (2020-12). */
    public JsonObject schema() {
        return JsonObject.of("$schema", DIALECT).merge(Members.schema(settings));
    }

    /** Lists the references in stored fields. */
    public List<Reference> references(JsonObject stored) {
        List<Reference> found = new ArrayList<>();
        Members.references(settings, stored, "", found::add);
        return found;
    }

    /** Lists the members that are unique among the instances of the type. */
    public List<UniqueMember> uniques(JsonObject stored) {
        return settings.stream()
                .filter(Setting::unique)
                .flatMap(setting ->
                        stored.get(setting.name()).stream().map(value -> new UniqueMember(setting.name(), value)))
                .toList();
    }

    /** Returns stored fields of a type that is not there as the API may show them: what is sealed masked, what is hashed left out. */
    public static JsonObject showUnknown(JsonObject stored) {
        Map<String, Object> shown = new LinkedHashMap<>();
        stored.members().forEach((name, value) -> unknown(value).ifPresent(safe -> shown.put(name, safe)));
        return JsonObject.of(shown);
    }

    /** Tells whether a stored value is a secret, sealed or hashed. */
    public static boolean isSecret(JsonObject stored) {
        return stored.has(SecretType.SEALED) || stored.has(HashType.DIGEST);
    }

    private static Optional<Object> unknown(Object value) {
        if (value instanceof JsonObject object) {
            if (object.has(SecretType.SEALED)) {
                return Optional.of(SecretType.MASK);
            }
            return object.has(HashType.DIGEST) ? Optional.empty() : Optional.of(showUnknown(object));
        }
        return value instanceof List<?> list
                ? Optional.of(list.stream()
                        .map(ObjectShape::unknown)
                        .flatMap(Optional::stream)
                        .toList())
                : Optional.of(value);
    }
}

package org.gatewright.mappings.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatewright.spi.mapping.ValueType;

/** The types of a vocabulary as CEL knows them. */
final class Types {

    /** Keeps names of types apart from those of variables. */
    private static final String PREFIX = "gatewright.";

    private final Map<String, CelType> structures = new LinkedHashMap<>();

    /** Returns the type. */
    CelType of(ValueType type) {
        if (type instanceof ValueType.Simple simple) {
            return simple(simple);
        }
        if (type instanceof ValueType.ListOf list) {
            return ListType.create(of(list.element()));
        }
        return type instanceof ValueType.MapOf map
                ? MapType.create(SimpleType.STRING, of(map.value()))
                : structure((ValueType.Structure) type);
    }

    private static CelType simple(ValueType.Simple type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case TEXT -> SimpleType.STRING;
            case TIME -> SimpleType.TIMESTAMP;
            case ANY -> SimpleType.DYN;
        };
    }

    private CelType structure(ValueType.Structure type) {
        CelType known = structures.get(PREFIX + type.name());
        if (known != null) {
            return known;
        }
        ImmutableMap<String, CelType> members = type.members().entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, member -> of(member.getValue())));
        CelType made = StructType.create(
                PREFIX + type.name(), members.keySet(), name -> Optional.ofNullable(members.get(name)));
        structures.put(made.name(), made);
        return made;
    }

    /** Returns the structures that were met so far. */
    CelTypeProvider structures() {
        return new Structures(ImmutableMap.copyOf(structures));
    }

    /** Structures by name. */
    private record Structures(ImmutableMap<String, CelType> byName) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return byName.values();
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}

package org.gatewright.mappings.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operators {@code ==}, {@code !=} and {@code in}. Lists within lists can be small and yet have more leaves than anybody could compare: each is counted. */
final class Comparisons {

    private static final RuntimeEquality EQUALITY =
            RuntimeEquality.create(RuntimeHelpers.create(), Environment.OPTIONS);

    private static final int CHARACTERS_OF_A_STEP = 64;

    private Comparisons() {}

    static Set<CelFunctionBinding> bindings() {
        return ImmutableSet.<CelFunctionBinding>builder()
                .addAll(CelFunctionBinding.fromOverloads(
                        "_==_", CelFunctionBinding.from("equals", Object.class, Object.class, Comparisons::equal)))
                .addAll(CelFunctionBinding.fromOverloads(
                        "_!=_",
                        CelFunctionBinding.from(
                                "not_equals", Object.class, Object.class, (one, other) -> !equal(one, other))))
                .addAll(CelFunctionBinding.fromOverloads(
                        "@in",
                        CelFunctionBinding.from("in_list", Object.class, List.class, Comparisons::inList),
                        CelFunctionBinding.from("in_map", Object.class, Map.class, Comparisons::inMap)))
                .build();
    }

    private static boolean inList(Object value, List<?> elements) {
        for (Object element : elements) {
            if (equal(value, element)) {
                return true;
            }
        }
        return value instanceof String text && Networks.contain(elements, text);
    }

    private static boolean inMap(Object key, Map<?, ?> map) {
        Meter.current().charge(1);
        return found(map, key).isPresent();
    }

    static boolean equal(Object one, Object other) {
        if (one instanceof List<?> list && other instanceof List<?> elements) {
            return equal(list, elements);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> members) {
            return equal(map, members);
        }
        Meter.current().charge(1 + (one instanceof String text ? text.length() / CHARACTERS_OF_A_STEP : 0));
        return EQUALITY.objectEquals(one, other);
    }

    private static boolean equal(List<?> one, List<?> other) {
        Meter.current().charge(1);
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Map<?, ?> one, Map<?, ?> other) {
        Meter.current().charge(1);
        return one.size() == other.size()
                && one.entrySet().stream().allMatch(member -> found(other, member.getKey())
                        .filter(value -> equal(member.getValue(), value))
                        .isPresent());
    }

    /** Keys are numbers, texts or booleans; numbers of other types may be equal. */
    private static Optional<Object> found(Map<?, ?> map, Object key) {
        return EQUALITY.findInMap(map, key);
    }
}

package org.gatewright.mappings.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.RuntimeHelpers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The operator {@code +}: numbers do not wrap, and what is joined does not grow without bounds. */
final class Sums {

    /** Elements are copied quickly; a macro that makes a list does so in each turn. */
    private static final int ELEMENTS_OF_A_STEP = 16;

    private Sums() {}

    static Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                "_+_",
                CelFunctionBinding.from("add_int64", Long.class, Long.class, Math::addExact),
                CelFunctionBinding.from("add_uint64", UnsignedLong.class, UnsignedLong.class, Sums::unsigned),
                CelFunctionBinding.from("add_double", Double.class, Double.class, Double::sum),
                CelFunctionBinding.from("add_string", String.class, String.class, Sums::texts),
                CelFunctionBinding.from("add_bytes", CelByteString.class, CelByteString.class, Sums::bytes),
                CelFunctionBinding.from("add_list", List.class, List.class, Sums::lists),
                CelFunctionBinding.from(
                        "add_timestamp_duration", Instant.class, Duration.class, (time, more) -> time.plus(more)),
                CelFunctionBinding.from(
                        "add_duration_timestamp", Duration.class, Instant.class, (more, time) -> time.plus(more)),
                CelFunctionBinding.from(
                        "add_duration_duration", Duration.class, Duration.class, (one, more) -> one.plus(more)));
    }

    private static UnsignedLong unsigned(UnsignedLong one, UnsignedLong other) {
        UnsignedLong sum = one.plus(other);
        if (sum.compareTo(one) < 0) {
            throw new ArithmeticException("unsigned overflow");
        }
        return sum;
    }

    private static String texts(String one, String other) {
        Meter.current().make((long) one.length() + other.length());
        return one + other;
    }

    private static CelByteString bytes(CelByteString one, CelByteString other) {
        Meter.current().make((long) one.size() + other.size());
        return one.concat(other);
    }

    private static List<Object> lists(List<Object> one, List<Object> other) {
        Meter meter = Meter.current();
        long size = (long) one.size() + other.size();
        meter.make(size, 1 + size / ELEMENTS_OF_A_STEP);
        other.forEach(meter::weigh);
        return RuntimeHelpers.concat(one, other);
    }
}

package org.gatewright.mappings.cel;

import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelResolvedOverload;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Bindings;

/** Calls the functions of the bindings. */
record HostFunctions(Bindings bindings) implements CelFunctionResolver {

    @Override
    public Optional<CelResolvedOverload> findOverloadMatchingArgs(
            String function, Collection<String> overloads, Object[] arguments) {
        return findOverloadMatchingArgs(function, arguments);
    }

    @SuppressWarnings("Immutable") // what is resolved is called at once, on this thread
    @Override
    public Optional<CelResolvedOverload> findOverloadMatchingArgs(String function, Object[] arguments) {
        Class<?>[] any = new Class<?>[arguments.length];
        Arrays.fill(any, Object.class);
        return Optional.of(CelResolvedOverload.of(function, function, values -> call(function, values), true, any));
    }

    /** What has no result ends the evaluation; in CEL it could be the wrong side of an “or”. */
    private Object call(String function, Object[] values) {
        Meter.current().charge(1);
        try {
            return Meter.current().ask(() -> bindings.call(function, List.of(values)));
        } catch (GatewrightException e) {
            Meter.current().fail(e);
            throw e;
        }
    }
}

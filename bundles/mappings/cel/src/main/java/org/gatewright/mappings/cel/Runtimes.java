package org.gatewright.mappings.cel;

import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import org.gatewright.spi.mapping.FunctionType;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.Vocabulary;

/** What programs run in: the functions of CEL, those of them that could take long or make much replaced by ones that count. */
final class Runtimes {

    /** A turn of a macro does at least as many steps. */
    private static final int STEPS_OF_A_TURN = 20;

    private static final StandardFunction[] REPLACED = {
        StandardFunction.ADD,
        StandardFunction.SIZE,
        StandardFunction.CONTAINS,
        StandardFunction.MATCHES,
        StandardFunction.EQUALS,
        StandardFunction.NOT_EQUALS,
        StandardFunction.IN
    };

    private Runtimes() {}

    /**
     * Makes what the program of one tree runs in.
     *
     * @param parts of the tree, each of which may be evaluated in each turn of a macro
     */
    static CelRuntime of(Vocabulary vocabulary, Types types, Limits limits, int parts) {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(Environment.OPTIONS.toBuilder()
                        .comprehensionMaxIterations(limits.steps() / Math.max(parts, STEPS_OF_A_TURN))
                        .build())
                .setTypeProvider(types.structures())
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(REPLACED)
                        .build())
                .addFunctionBindings(Sums.bindings())
                .addFunctionBindings(Comparisons.bindings())
                .addFunctionBindings(Searches.bindings())
                .addLateBoundFunctions(vocabulary.functions().stream()
                        .map(FunctionType::name)
                        .distinct()
                        .toList())
                .build();
    }
}

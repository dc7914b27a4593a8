package org.gatewright.mappings.cel;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatewright.spi.mapping.Bindings;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.Expression;
import org.gatewright.spi.mapping.Limits;
import org.gatewright.spi.mapping.ValueType.Simple;
import org.gatewright.testkit.mapping.FakeBindings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many simple expressions are evaluated a second, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluationBenchmark {

    @Param({
        "user.is_in_group('finance') and request.ip in ['10.0.0.0/8']",
        "user.is_in_group('finance') and user.username == 'alice'",
        "user.username.matches('^a.*e$')",
        "user.groups.exists(g, g.startsWith('fin'))"
    })
    private String text;

    private Expression expression;
    private final Bindings alice = new Alice(FakeBindings.alice());

    /** Remembers nothing of what is asked. */
    private record Alice(FakeBindings bindings) implements Bindings {

        @Override
        public Object variable(String name) {
            return bindings.variables().get(name);
        }

        @Override
        public Object call(String function, List<Object> arguments) {
            return bindings.call(function, arguments);
        }
    }

    @Setup
    public void compile() {
        Compilation compilation = new CelLanguage().compile(text, FakeBindings.vocabulary(Simple.BOOL));
        expression = ((Compilation.Compiled) compilation).expression();
    }

    @Benchmark
    public Object evaluate() {
        return expression.evaluate(alice, Limits.DEFAULT);
    }
}

package org.gatewright.kernel.plugins;

import static org.gatewright.kernel.plugins.TestFramework.properties;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatewright.kernel.plugins.guard.GuardLimits;
import org.gatewright.port.plugins.Lease;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What a lease and the guard cost a call, without a meter. Run by the profile {@code bench}, and no part of the tests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LeaseBenchmark {

    private TestFramework felix;
    private ServiceCatalogue catalogue;
    private Lease<Stage> lease;

    /** Has one stage that does nothing. */
    @Setup
    public void open() throws Exception {
        felix = new TestFramework();
        catalogue = new ServiceCatalogue(felix.context(), Duration.ZERO, GuardLimits.DEFAULT);
        StageResult denied = new StageResult.Denied("");
        felix.started("org.example.echo", "1.0.0")
                .getBundleContext()
                .registerService(Stage.class, context -> denied, properties("echo", 1));
        TestFramework.eventually(
                () -> catalogue.snapshot().active(Kind.STAGE, "echo").isPresent());
        lease = catalogue.lease(Kind.STAGE, "echo", Stage.class);
    }

    /** Ends the framework. */
    @TearDown
    public void close() throws Exception {
        lease.close();
        catalogue.close();
        felix.close();
    }

    /** A call under the guard. */
    @Benchmark
    public StageResult guarded() {
        return lease.call(stage -> stage.handle(null));
    }

    /** A lease, a call under the guard, and the end of the lease. */
    @Benchmark
    public StageResult leased() {
        try (Lease<Stage> own = catalogue.lease(Kind.STAGE, "echo", Stage.class)) {
            return own.call(stage -> stage.handle(null));
        }
    }

    /** The same by two threads at once. */
    @Benchmark
    @Threads(2)
    public StageResult leasedByTwo() {
        return leased();
    }
}

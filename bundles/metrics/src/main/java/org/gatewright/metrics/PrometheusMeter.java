package org.gatewright.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatewright.port.metrics.Meter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Keeps measurements for Prometheus: ours with the prefix {@code gatewright_}, those of the JVM under their usual names. */
@Component(service = {Meter.class, PrometheusMeter.class})
public final class PrometheusMeter implements Meter {

    private static final int MOST_SERIES = 1000;
    private static final Duration[] BUCKETS = Stream.of(5, 25, 100, 250, 1000, 2500, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BoundedSeries<Timer> timers = new BoundedSeries<>(MOST_SERIES, this::timer);
    private final BoundedSeries<Counter> counters = new BoundedSeries<>(MOST_SERIES, this::counter);

    /** Measures the JVM from now on, and what it is told. */
    @Activate
    public PrometheusMeter() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public void time(String name, Map<String, String> labels, long nanoseconds) {
        timers.find(Series.of(name, "_seconds", labels))
                .ifPresent(timer -> timer.record(nanoseconds, TimeUnit.NANOSECONDS));
    }

    @Override
    public void count(String name, Map<String, String> labels) {
        counters.find(Series.of(name, "_total", labels)).ifPresent(Counter::increment);
    }

    /** Returns all measurements in the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }

    private Timer timer(Series series) {
        return Timer.builder(series.name())
                .tags(tags(series))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter counter(Series series) {
        return Counter.builder(series.name() + "_total").tags(tags(series)).register(registry);
    }

    private static List<Tag> tags(Series series) {
        return series.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
    }

    @Deactivate
    void close() {
        registry.close();
    }
}

package org.gatewright.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an instrument for each series, but for no more series than the bound: a label that takes any value must not fill the memory. */
final class BoundedSeries<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedSeries.class);

    private final Map<Series, T> instruments = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final int bound;
    private final Function<Series, T> maker;

    BoundedSeries(int bound, Function<Series, T> maker) {
        this.bound = bound;
        this.maker = maker;
    }

    /** Returns the instrument of the series; empty for a new one beyond the bound. */
    Optional<T> find(Series series) {
        T known = instruments.get(series);
        return known == null ? make(series) : Optional.of(known);
    }

    private synchronized Optional<T> make(Series series) {
        if (instruments.size() < bound || instruments.containsKey(series)) {
            return Optional.of(instruments.computeIfAbsent(series, maker));
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "There are {} series of measurements; further ones are dropped, the first of {}",
                    bound,
                    series.name());
        }
        return Optional.empty();
    }
}

package org.gatewright.testkit.port;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it. */
public final class FixedClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Stands at noon of 1 November 2026, UTC. */
    public FixedClock() {
        this(Instant.parse("2026-11-01T12:00:00Z"));
    }

    /** Stands at the moment given. */
    public FixedClock(Instant now) {
        this(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    private FixedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Moves to the moment given. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Moves on. */
    public void advance(Duration duration) {
        now.updateAndGet(moment -> moment.plus(duration));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FixedClock(now, other);
    }
}

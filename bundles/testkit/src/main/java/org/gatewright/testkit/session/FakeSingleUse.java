package org.gatewright.testkit.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Redemption;
import org.gatewright.spi.session.SingleUse;

/**
 * Single-use values in memory. Not random: the tests that print them are read by people.
 *
 * @since 1.0
 */
public final class FakeSingleUse implements SingleUse, Rewindable {

    private record Key(String purpose, String value) {}

    private record Kept(JsonObject data, Instant expires) {}

    private final Supplier<Instant> now;
    private final Map<Key, Kept> kept = new HashMap<>();
    private final Set<Key> used = new HashSet<>();
    private int issued;

    /** Creates it with the clock that expiry is measured by. */
    public FakeSingleUse(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public String issue(String purpose, JsonObject data, Duration lifetime) {
        if (lifetime.isZero() || lifetime.isNegative()) {
            throw new IllegalArgumentException("a lifetime is more than zero");
        }
        String value = "value-" + ++issued;
        kept.put(new Key(purpose, value), new Kept(data, now.get().plus(lifetime)));
        return value;
    }

    @Override
    public Redemption redeem(String purpose, String value) {
        Redemption redemption = peek(purpose, value);
        if (redemption instanceof Redemption.Redeemed) {
            used.add(new Key(purpose, value));
        }
        return redemption;
    }

    @Override
    public Redemption peek(String purpose, String value) {
        Key key = new Key(purpose, value);
        Kept found = kept.get(key);
        if (found == null) {
            return new Redemption.Unknown();
        }
        if (used.contains(key)) {
            return new Redemption.Replayed(found.data());
        }
        return now.get().isBefore(found.expires()) ? new Redemption.Redeemed(found.data()) : new Redemption.Expired();
    }

    @Override
    public Runnable rewind() {
        Map<Key, Kept> keptThen = new HashMap<>(kept);
        Set<Key> usedThen = new HashSet<>(used);
        return () -> {
            kept.clear();
            kept.putAll(keptThen);
            used.clear();
            used.addAll(usedThen);
        };
    }
}

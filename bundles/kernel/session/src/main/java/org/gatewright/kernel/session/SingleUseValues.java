package org.gatewright.kernel.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.gatewright.json.JsonText;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.port.store.SingleUseStore.Stored;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.session.Redemption;
import org.gatewright.spi.session.SingleUse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues and redeems single-use values over their store, the data sealed. */
@Component
public final class SingleUseValues implements SingleUse {

    private static final Logger LOG = LoggerFactory.getLogger(SingleUseValues.class);

    private final SingleUseStore store;
    private final Sealer sealer;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public SingleUseValues(@Reference SingleUseStore store, @Reference Sealer sealer) {
        this(store, sealer, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public SingleUseValues(SingleUseStore store, Sealer sealer, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public String issue(String purpose, JsonObject data, Duration lifetime) {
        if (lifetime.isZero() || lifetime.isNegative()) {
            throw new IllegalArgumentException("a lifetime is more than zero");
        }
        String value = RandomText.next();
        String sealed = sealer.seal(sealPurpose(purpose), JsonText.write(data));
        store.add(hash(value), purpose, sealed, clock.instant().plus(lifetime));
        return value;
    }

    @Override
    public Redemption redeem(String purpose, String value) {
        String hash = hash(value);
        boolean won = store.use(hash, purpose, clock.instant());
        Optional<Stored> stored = find(hash, purpose);
        if (won) {
            return stored.map(found -> opened(found, Redemption.Redeemed::new)).orElseGet(Redemption.Unknown::new);
        }
        return stored.map(this::refused).orElseGet(Redemption.Unknown::new);
    }

    @Override
    public Redemption peek(String purpose, String value) {
        Optional<Stored> stored = find(hash(value), purpose);
        if (stored.filter(this::isGood).isPresent()) {
            return opened(stored.get(), Redemption.Redeemed::new);
        }
        return stored.map(this::refused).orElseGet(Redemption.Unknown::new);
    }

    private Redemption refused(Stored stored) {
        return stored.used() ? opened(stored, Redemption.Replayed::new) : new Redemption.Expired();
    }

    private boolean isGood(Stored stored) {
        return !stored.used() && stored.expires().isAfter(clock.instant());
    }

    private Optional<Stored> find(String hash, String purpose) {
        return store.find(hash).filter(stored -> stored.purpose().equals(purpose));
    }

    private Redemption opened(Stored stored, Function<JsonObject, Redemption> outcome) {
        Optional<String> data = sealer.open(sealPurpose(stored.purpose()), stored.data());
        if (data.isEmpty()) {
            LOG.warn("A stored value for {} does not open with the secret key, so it is refused", stored.purpose());
            return new Redemption.Unknown();
        }
        return outcome.apply(JsonText.read(data.get()));
    }

    private static String sealPurpose(String purpose) {
        return "single-use/" + purpose;
    }

    private static String hash(String value) {
        return SecretHash.of(value).digest();
    }
}

package org.gatewright.kernel.directory;

import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.data.SecretText;

/** A quick hasher that counts its work. */
final class FakeHasher implements PasswordHasher {

    final AtomicInteger hashed = new AtomicInteger();
    final AtomicInteger verified = new AtomicInteger();
    private final String prefix;
    private final int strength;

    FakeHasher(String prefix, int strength) {
        this.prefix = "$" + prefix + "$";
        this.strength = strength;
    }

    @Override
    public boolean accepts(String stored) {
        return stored.startsWith(prefix);
    }

    @Override
    public String hash(SecretText password) {
        hashed.incrementAndGet();
        return prefix + strength + "$" + SecretHash.of(password.reveal()).digest();
    }

    @Override
    public boolean verify(SecretText password, String stored) {
        if (!accepts(stored)) {
            throw new IllegalArgumentException("not mine");
        }
        verified.incrementAndGet();
        return stored.endsWith("$" + SecretHash.of(password.reveal()).digest());
    }

    @Override
    public boolean needsRehash(String stored) {
        return !stored.startsWith(prefix + strength + "$");
    }
}

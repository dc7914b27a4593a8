package org.gatewright.testkit.credential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.credential.PasswordHashes;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;

/**
 * Hashes in memory. The hash of a password is the password with {@code $fake$} before it, so this is of use in tests only.
 *
 * @since 1.0
 */
public final class FakePasswordHashes implements PasswordHashes {

    private static final String PREFIX = "$fake$";

    private final Map<UUID, String> stored = new HashMap<>();
    private final List<UUID> upgraded = new ArrayList<>();
    private int verifications;

    /** Gives the user a password. */
    public FakePasswordHashes with(User user, String password) {
        stored.put(user.id(), PREFIX + password);
        return this;
    }

    /** Returns how many times the work of one verification was spent. */
    public int verifications() {
        return verifications;
    }

    /** Returns whose hash was offered for an upgrade, in order. */
    public List<UUID> upgraded() {
        return Collections.unmodifiableList(upgraded);
    }

    @Override
    public Optional<String> of(UUID user) {
        return Optional.ofNullable(stored.get(user));
    }

    @Override
    public boolean verify(SecretText password, String hash) {
        verifications++;
        return hash.equals(PREFIX + password.reveal());
    }

    @Override
    public void verifyNothing(SecretText password) {
        verifications++;
    }

    @Override
    public void upgrade(UUID user, SecretText password, String hash) {
        upgraded.add(user);
    }
}

package org.gatewright.testkit.credential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.credential.CredentialVerifier;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;

/**
 * Knows the passwords it was told, and counts what it was asked.
 *
 * @since 1.0
 */
public final class FakeCredentialVerifier implements CredentialVerifier {

    private final Map<UUID, SecretText> passwords = new HashMap<>();
    private final List<Optional<User>> asked = new ArrayList<>();

    /** Gives the user a password. */
    public FakeCredentialVerifier knows(User user, String password) {
        passwords.put(user.id(), SecretText.of(password));
        return this;
    }

    /** Returns for whom a password was checked, in order; empty for nobody. */
    public List<Optional<User>> asked() {
        return Collections.unmodifiableList(asked);
    }

    @Override
    public Optional<String> verify(Optional<User> user, SecretText password, List<String> backends) {
        asked.add(user);
        boolean matches = user.filter(User::active)
                .map(known -> passwords.get(known.id()))
                .filter(password::equals)
                .isPresent();
        return matches ? backends.stream().findFirst() : Optional.empty();
    }
}

package org.gatewright.testkit.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.session.Consents;

/**
 * Remembered consents in memory.
 *
 * @since 1.0
 */
public final class FakeConsents implements Consents {

    private record Key(UUID user, String application) {}

    private final Map<Key, Set<String>> remembered = new HashMap<>();

    /** Lets the user have agreed to the scopes. */
    public FakeConsents with(User user, String application, String... scopes) {
        remembered.put(new Key(user.id(), application), Set.of(scopes));
        return this;
    }

    @Override
    public Optional<Set<String>> find(UUID user, String application) {
        return Optional.ofNullable(remembered.get(new Key(user, application)));
    }
}

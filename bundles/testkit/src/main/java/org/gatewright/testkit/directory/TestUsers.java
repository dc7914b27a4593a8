package org.gatewright.testkit.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;

/**
 * Makes users for tests. The same user name always gives the same user.
 *
 * @since 1.0
 */
public final class TestUsers {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private TestUsers() {}

    /** Returns an active user with the e-mail address {@code <username>@example.org}. */
    public static User active(String username) {
        return user(username, true);
    }

    /** Returns a user who may not sign in. */
    public static User inactive(String username) {
        return user(username, false);
    }

    private static User user(String username, boolean active) {
        return new User(
                UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)),
                1000L + Math.floorMod(username.hashCode(), 1000),
                username,
                "User " + username,
                username + "@example.org",
                active,
                false,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                Optional.empty(),
                CREATED);
    }
}

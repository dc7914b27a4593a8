package org.gatewright.console.users;

import java.util.Locale;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** Users as the console shows them. */
final class UserRows {

    private UserRows() {}

    static JsonObject of(User user) {
        return JsonObject.of("pk", user.pk())
                .with("username", user.username())
                .with("name", user.name())
                .with("email", user.email())
                .with("active", user.active())
                .with("superuser", user.superuser())
                .with("type", user.type().name().toLowerCase(Locale.ROOT));
    }
}

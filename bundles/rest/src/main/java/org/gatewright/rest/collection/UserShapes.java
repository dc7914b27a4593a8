package org.gatewright.rest.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;

/** Users as the API shows and takes them. */
final class UserShapes {

    private UserShapes() {}

    static JsonObject show(User user, List<UUID> groups) {
        return JsonObject.of("pk", user.pk())
                .with("uuid", user.id())
                .with("username", user.username())
                .with("name", user.name())
                .with("email", user.email())
                .with("is_active", user.active())
                .with("is_superuser", user.superuser())
                .with("type", user.type().name().toLowerCase(Locale.ROOT))
                .with("path", user.path())
                .with("attributes", user.attributes())
                .with("groups", groups)
                .with("last_login", user.lastLogin().map(Object::toString))
                .with("date_joined", user.createdAt().toString());
    }

    /** Takes what is given; what is absent is as in the base. */
    static UserFields read(JsonObject input, UserFields base) {
        return new UserFields(
                input.text("username").orElse(base.username()),
                input.text("name").orElse(base.name()),
                input.text("email").orElse(base.email()),
                input.bool("is_active").orElse(base.active()),
                input.text("type").map(UserShapes::type).orElse(base.type()),
                input.text("path").orElse(base.path()),
                input.object("attributes").orElse(base.attributes()),
                input.has("groups") ? ids(input, "groups") : base.groups());
    }

    static UserFields blank() {
        return new UserFields("", "", "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of());
    }

    static UserFields of(User user, List<UUID> groups) {
        return new UserFields(
                user.username(),
                user.name(),
                user.email(),
                user.active(),
                user.type(),
                user.path(),
                user.attributes(),
                groups);
    }

    static List<UUID> ids(JsonObject input, String field) {
        List<UUID> ids = new ArrayList<>();
        for (Object value : input.list(field)) {
            ids.add(id(value, field));
        }
        return ids;
    }

    static UUID id(Object value, String field) {
        return parse(value).orElseThrow(() -> new InvalidFieldsException(field, "“" + value + "” is not an id."));
    }

    private static Optional<UUID> parse(Object value) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UserType type(String name) {
        try {
            return UserType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldsException(
                    "type", "Choose one of internal, external, service_account, internal_service_account.");
        }
    }
}

package org.gatewright.rest.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;

/** Users as the API shows and takes them. */
final class UserShapes {

    private static final List<String> TYPES =
            Stream.of(UserType.values()).map(UserShapes::name).toList();

    private UserShapes() {}

    static Shape<User> shape(Users users) {
        return Shape.<User>empty()
                .shown("pk", Schemas.NUMBER, User::pk)
                .shown("uuid", Schemas.ID, User::id)
                .field("username", Schemas.TEXT, User::username)
                .field("name", Schemas.TEXT, User::name)
                .field("email", Schemas.TEXT, User::email)
                .field("is_active", Schemas.FLAG.with("default", true), User::active)
                .shown("is_superuser", Schemas.FLAG, User::superuser)
                .field("type", Schemas.choice(TYPES).with("default", "internal"), user -> name(user.type()))
                .field("path", Schemas.TEXT.with("default", "users"), User::path)
                .field("attributes", Schemas.ANY_OBJECT, User::attributes)
                .field("groups", Schemas.list(Schemas.reference("group")), user -> users.groupsOf(user.id()))
                .shownIfAny(
                        "last_login", Schemas.MOMENT, user -> user.lastLogin().map(Instant::toString))
                .shown("date_joined", Schemas.MOMENT, user -> user.createdAt().toString())
                .given("password", Schemas.SECRET)
                .needing("username");
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

    private static String name(UserType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static UserType type(String name) {
        try {
            return UserType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldsException("type", "Choose one of " + String.join(", ", TYPES) + ".");
        }
    }
}

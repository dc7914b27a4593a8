package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;

/** Users. */
final class UsersCollection extends ShapedCollection<User> {

    private static final JsonObject PASSWORD = Shape.<String>empty()
            .given("password", Schemas.SECRET)
            .needing("password")
            .input();

    private final Users users;
    private final SystemPermissions permissions;

    UsersCollection(Users users, SystemPermissions permissions) {
        super("core/users", "user", Set.of(Operation.values()), UserShapes.shape(users));
        this.users = users;
        this.permissions = permissions;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return users.list(page).map(this::show);
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        UserFields created = UserShapes.read(checked(fields), UserShapes.blank());
        return show(users.create(actor, created, fields.text("password").map(SecretText::of)));
    }

    @Override
    public JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        User user = existing(key);
        UserFields base = partial ? UserShapes.of(user, users.groupsOf(user.id())) : UserShapes.blank();
        return show(users.update(actor, user.id(), UserShapes.read(checked(fields), base)));
    }

    @Override
    public void delete(Actor actor, String key) {
        users.delete(actor, existing(key).id());
    }

    @Override
    public Map<String, Action> views() {
        Shape<Actor> held =
                Shape.<Actor>empty().shown("system_permissions", Schemas.list(Schemas.TEXT), permissions::of);
        Shape<Actor> me = Shape.<Actor>empty()
                .shown("user", Schemas.all(shown(), held.schema()), actor -> show(actor.user()
                                .orElseThrow(Collection::notFound))
                        .merge(held.show(actor)));
        return Map.of("me", Act.open((actor, key, body) -> me.show(actor)).answering(me.schema()));
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of(
                "set_password", Act.needing("reset_password", this::setPassword).taking(PASSWORD));
    }

    private JsonObject setPassword(Actor actor, String key, JsonObject body) {
        String password = body.text("password")
                .orElseThrow(() -> new InvalidFieldsException("password", "This field is required."));
        users.setPassword(actor, existing(key).id(), SecretText.of(password));
        return JsonObject.empty();
    }

    @Override
    Optional<UUID> idOf(User user) {
        return Optional.of(user.id());
    }

    @Override
    Optional<User> find(String key) {
        try {
            return users.byPk(Long.parseLong(key));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

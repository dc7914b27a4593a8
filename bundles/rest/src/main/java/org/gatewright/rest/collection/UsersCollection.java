package org.gatewright.rest.collection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
final class UsersCollection implements Collection {

    private final Users users;

    UsersCollection(Users users) {
        this.users = users;
    }

    @Override
    public String path() {
        return "core/users";
    }

    @Override
    public String model() {
        return "user";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.values());
    }

    @Override
    public JsonObject schema() {
        return Schemas.object(
                Map.of(
                        "username", Schemas.TEXT,
                        "name", Schemas.TEXT,
                        "email", Schemas.TEXT,
                        "is_active", Schemas.FLAG,
                        "type", Schemas.TEXT,
                        "path", Schemas.TEXT,
                        "attributes", Schemas.ANY_OBJECT,
                        "groups", Schemas.TEXTS,
                        "password", Schemas.TEXT),
                "username");
    }

    @Override
    public Optional<UUID> id(String key) {
        return find(key).map(User::id);
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return users.list(page).map(this::show);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        return show(existing(key));
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        UserFields created = UserShapes.read(fields, UserShapes.blank());
        return show(users.create(actor, created, fields.text("password").map(SecretText::of)));
    }

    @Override
    public JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        User user = existing(key);
        UserFields base = partial ? UserShapes.of(user, users.groupsOf(user.id())) : UserShapes.blank();
        return show(users.update(actor, user.id(), UserShapes.read(fields, base)));
    }

    @Override
    public void delete(Actor actor, String key) {
        users.delete(actor, existing(key).id());
    }

    @Override
    public Map<String, Action> views() {
        return Map.of(
                "me",
                Act.open((actor, key, body) ->
                        JsonObject.of("user", show(actor.user().orElseThrow(Collection::notFound)))));
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("set_password", Act.needing("reset_password", this::setPassword));
    }

    private JsonObject setPassword(Actor actor, String key, JsonObject body) {
        String password = body.text("password")
                .orElseThrow(() -> new InvalidFieldsException("password", "This field is required."));
        users.setPassword(actor, existing(key).id(), SecretText.of(password));
        return JsonObject.empty();
    }

    private JsonObject show(User user) {
        return UserShapes.show(user, users.groupsOf(user.id()));
    }

    private User existing(String key) {
        return find(key).orElseThrow(Collection::notFound);
    }

    private Optional<User> find(String key) {
        try {
            return users.byPk(Long.parseLong(key));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package org.gatewright.rest.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** Groups. */
final class GroupsCollection implements Collection {

    private static final GroupFields BLANK = new GroupFields("", false, List.of(), List.of(), JsonObject.empty());

    private final Groups groups;
    private final Users users;

    GroupsCollection(Groups groups, Users users) {
        this.groups = groups;
        this.users = users;
    }

    @Override
    public String path() {
        return "core/groups";
    }

    @Override
    public String model() {
        return "group";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.values());
    }

    @Override
    public JsonObject schema() {
        return Schemas.object(
                Map.of(
                        "name", Schemas.TEXT,
                        "is_superuser", Schemas.FLAG,
                        "parents", Schemas.TEXTS,
                        "roles", Schemas.TEXTS,
                        "attributes", Schemas.ANY_OBJECT),
                "name");
    }

    @Override
    public Optional<UUID> id(String key) {
        return find(key).map(Group::id);
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return groups.list(page).map(GroupsCollection::show);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        return show(existing(key));
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        return show(groups.create(actor, read(fields, BLANK)));
    }

    @Override
    public JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        Group group = existing(key);
        return show(groups.update(actor, group.id(), read(fields, partial ? group.fields() : BLANK)));
    }

    @Override
    public void delete(Actor actor, String key) {
        groups.delete(actor, existing(key).id());
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of(
                "add_user",
                        Act.needing("change", (actor, key, body) -> {
                            groups.addMember(
                                    actor, existing(key).id(), user(body).id());
                            return JsonObject.empty();
                        }),
                "remove_user",
                        Act.needing("change", (actor, key, body) -> {
                            groups.removeMember(
                                    actor, existing(key).id(), user(body).id());
                            return JsonObject.empty();
                        }));
    }

    private User user(JsonObject body) {
        return body.integer("pk")
                .flatMap(users::byPk)
                .orElseThrow(() -> new InvalidFieldsException("pk", "There is no user with this number."));
    }

    private static GroupFields read(JsonObject input, GroupFields base) {
        return new GroupFields(
                input.text("name").orElse(base.name()),
                input.bool("is_superuser").orElse(base.superuser()),
                input.has("parents") ? UserShapes.ids(input, "parents") : base.parents(),
                input.has("roles") ? UserShapes.ids(input, "roles") : base.roles(),
                input.object("attributes").orElse(base.attributes()));
    }

    private static JsonObject show(Group group) {
        GroupFields fields = group.fields();
        return JsonObject.of("pk", group.id())
                .with("name", fields.name())
                .with("is_superuser", fields.superuser())
                .with("parents", fields.parents())
                .with("roles", fields.roles())
                .with("members", group.members())
                .with("attributes", fields.attributes());
    }

    private Group existing(String key) {
        return find(key).orElseThrow(Collection::notFound);
    }

    private Optional<Group> find(String key) {
        try {
            return groups.group(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

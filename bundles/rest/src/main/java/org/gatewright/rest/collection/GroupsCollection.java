package org.gatewright.rest.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
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
final class GroupsCollection extends ShapedCollection<Group> {

    private static final Shape<Group> SHAPE = Shape.<Group>empty()
            .shown("pk", Schemas.ID, Group::id)
            .field("name", Schemas.TEXT, group -> group.fields().name())
            .field("is_superuser", Schemas.FLAG, group -> group.fields().superuser())
            .field("parents", Schemas.list(Schemas.reference("group")), group -> group.fields()
                    .parents())
            .field("roles", Schemas.list(Schemas.ID), group -> group.fields().roles())
            .shown("members", Schemas.list(Schemas.ID), Group::members)
            .field("attributes", Schemas.ANY_OBJECT, group -> group.fields().attributes())
            .needing("name");
    private static final JsonObject MEMBER =
            Shape.<User>empty().given("pk", Schemas.NUMBER).needing("pk").input();

    private static final GroupFields BLANK = new GroupFields("", false, List.of(), List.of(), JsonObject.empty());

    private final Groups groups;
    private final Users users;

    GroupsCollection(Groups groups, Users users) {
        super("core/groups", "group", Set.of(Operation.values()), SHAPE);
        this.groups = groups;
        this.users = users;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        return groups.list(page).map(this::show);
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        return show(groups.create(actor, read(checked(fields), BLANK)));
    }

    @Override
    public JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        Group group = existing(key);
        return show(groups.update(actor, group.id(), read(checked(fields), partial ? group.fields() : BLANK)));
    }

    @Override
    public void delete(Actor actor, String key) {
        groups.delete(actor, existing(key).id());
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("add_user", member(groups::addMember), "remove_user", member(groups::removeMember));
    }

    /** Changes who is a member. */
    private interface Change {
        void of(Actor actor, UUID group, UUID user);
    }

    private Act member(Change change) {
        return Act.needing("change", (actor, key, body) -> {
                    change.of(actor, existing(key).id(), user(body).id());
                    return JsonObject.empty();
                })
                .taking(MEMBER);
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

    @Override
    Optional<UUID> idOf(Group group) {
        return Optional.of(group.id());
    }

    @Override
    Optional<Group> find(String key) {
        try {
            return groups.group(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

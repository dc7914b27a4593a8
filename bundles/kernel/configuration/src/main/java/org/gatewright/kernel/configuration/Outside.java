package org.gatewright.kernel.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.KeyStore;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What configuration may refer to that is kept elsewhere: users, groups and keys. */
@Component(service = Outside.class)
public final class Outside {

    private final UserStore users;
    private final GroupStore groups;
    private final KeyStore keys;
    private final Groups administration;

    /** Takes the stores, and the administration of groups for blueprints. */
    @Activate
    public Outside(
            @Reference UserStore users,
            @Reference GroupStore groups,
            @Reference KeyStore keys,
            @Reference Groups administration) {
        this.users = users;
        this.groups = groups;
        this.keys = keys;
        this.administration = administration;
    }

    /** Tells whether there is such a thing; empty if nothing is called that. */
    Optional<Boolean> exists(String model, Object target) {
        return switch (model) {
            case "user" -> Optional.of(user(target).isPresent());
            case "group" -> Optional.of(groups.find(id(target)).isPresent());
            case "key" ->
                Optional.of(keys.list().stream().anyMatch(key -> key.id().equals(id(target))));
            default -> Optional.empty();
        };
    }

    /** Finds the only user with this name. */
    public Optional<User> userNamed(String name) {
        List<User> found = users.findBy(name, Set.of(UserField.USERNAME), true);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Finds the key with this name that is still used. */
    public Optional<UUID> keyNamed(String name) {
        return keys.list().stream()
                .filter(key -> key.name().equals(name) && !key.role().equals("retired"))
                .map(KeyStore.Stored::id)
                .findFirst();
    }

    /** Finds the group. */
    public Optional<Group> groupNamed(String name) {
        return groups.findByName(name);
    }

    /** Returns the name of the group. */
    public Optional<String> groupName(Object target) {
        return groups.find(id(target)).map(group -> group.fields().name());
    }

    /** Returns the name of the user. */
    public Optional<String> userName(Object target) {
        return user(target).map(User::username);
    }

    /** Returns the name of the key. */
    public Optional<String> keyName(Object target) {
        return keys.list().stream()
                .filter(key -> key.id().equals(id(target)))
                .map(KeyStore.Stored::name)
                .findFirst();
    }

    /** Creates a group. */
    public Group create(Actor actor, GroupFields fields) {
        return administration.create(actor, fields);
    }

    /** Changes a group. */
    public Group update(Actor actor, UUID group, GroupFields fields) {
        return administration.update(actor, group, fields);
    }

    /** Deletes a group. */
    public void delete(Actor actor, UUID group) {
        administration.delete(actor, group);
    }

    private Optional<User> user(Object target) {
        return target instanceof Long pk ? users.findByPk(pk) : users.find(id(target));
    }

    private static UUID id(Object target) {
        return UUID.fromString(target.toString());
    }
}

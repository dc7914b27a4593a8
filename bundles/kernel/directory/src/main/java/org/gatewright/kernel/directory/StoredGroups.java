package org.gatewright.kernel.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Role;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UniqueException;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administers groups and roles in their store. */
@Component
public final class StoredGroups implements Groups {

    private static final String GROUP = "group";
    private static final String ROLE = "role";

    private final GroupStore store;
    private final UserStore users;
    private final Transactions transactions;
    private final Rights rights;
    private final Audit audit;

    /** Takes its parts. */
    @Activate
    public StoredGroups(
            @Reference GroupStore store,
            @Reference UserStore users,
            @Reference Transactions transactions,
            @Reference Rights rights,
            @Reference Audit audit) {
        this.store = store;
        this.users = users;
        this.transactions = transactions;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public Optional<Group> group(UUID id) {
        return store.find(id);
    }

    @Override
    public Optional<Group> byName(String name) {
        return store.findByName(name);
    }

    @Override
    public Page<Group> list(PageRequest page) {
        return store.list(page);
    }

    @Override
    public Group create(Actor actor, GroupFields given) {
        GroupFields fields = normalized(given);
        return transactions.call(() -> {
            UUID id = UUID.randomUUID();
            check(id, fields);
            requireMayMake(actor, fields);
            Group group = unique("A group with this name exists.", () -> store.add(id, fields));
            audit.created(actor, GROUP, id, fields.name());
            return group;
        });
    }

    @Override
    public Group update(Actor actor, UUID id, GroupFields given) {
        GroupFields fields = normalized(given);
        return transactions.call(() -> {
            GroupFields old = existing(id).fields();
            check(id, fields);
            rights.requirePowerOfGroups(actor, List.of(id));
            requireMayMake(actor, fields);
            rights.keepingSuperuser(() -> unique("A group with this name exists.", () -> store.replace(id, fields)));
            audit.updated(actor, GROUP, id, fields.name(), differences(old, fields));
            return existing(id);
        });
    }

    @Override
    public void addMember(Actor actor, UUID group, UUID user) {
        transactions.run(() -> {
            Group joined = existing(group);
            User member = member(user);
            rights.requirePowerOfGroups(actor, List.of(group));
            store.addMember(group, user);
            audit.updated(actor, GROUP, group, joined.fields().name(), JsonObject.of("added", member.username()));
        });
    }

    @Override
    public void removeMember(Actor actor, UUID group, UUID user) {
        transactions.run(() -> {
            Group left = existing(group);
            User member = member(user);
            rights.requirePowerOfGroups(actor, List.of(group));
            rights.keepingSuperuser(() -> store.removeMember(group, user));
            audit.updated(actor, GROUP, group, left.fields().name(), JsonObject.of("removed", member.username()));
        });
    }

    @Override
    public void delete(Actor actor, UUID id) {
        transactions.run(() -> {
            Group group = existing(id);
            rights.requirePowerOfGroups(actor, List.of(id));
            rights.keepingSuperuser(() -> store.delete(id));
            audit.deleted(actor, GROUP, id, group.fields().name());
        });
    }

    @Override
    public Page<Role> roles(PageRequest page) {
        return store.roles(page);
    }

    @Override
    public Optional<Role> role(UUID id) {
        return store.role(id);
    }

    @Override
    public Role saveRole(Actor actor, Role given) {
        Role role = new Role(
                given.id(),
                given.name().strip(),
                given.permissions().stream().distinct().toList());
        checkRole(role);
        return transactions.call(() -> {
            Optional<Role> old = store.role(role.id());
            rights.requirePowerOfRoles(actor, List.of(role.id()));
            rights.requirePermissions(actor, role.permissions());
            unique("A role with this name exists.", () -> {
                store.saveRole(role);
                return role;
            });
            if (old.isPresent()) {
                audit.updated(actor, ROLE, role.id(), role.name(), differences(old.get(), role));
            } else {
                audit.created(actor, ROLE, role.id(), role.name());
            }
            return role;
        });
    }

    @Override
    public void deleteRole(Actor actor, UUID id) {
        transactions.run(() -> {
            Role role = store.role(id)
                    .orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such role."));
            rights.requirePermissions(actor, role.permissions());
            store.deleteRole(id);
            audit.deleted(actor, ROLE, id, role.name());
        });
    }

    /** Refuses a group whose members would get more than the actor holds. */
    private void requireMayMake(Actor actor, GroupFields fields) {
        if (fields.superuser()) {
            rights.requireSuperuser(actor);
        }
        rights.requirePowerOfGroups(actor, fields.parents());
        rights.requirePowerOfRoles(actor, fields.roles());
    }

    private void check(UUID id, GroupFields fields) {
        Problems problems = FieldRules.name(fields.name())
                .check(
                        FieldRules.isSmall(fields.attributes()),
                        "attributes",
                        "Attributes have at most 65,536 characters in all.");
        for (UUID parent : fields.parents()) {
            List<UUID> above =
                    store.withAncestors(parent).stream().map(Group::id).toList();
            problems.check(!above.isEmpty(), "parents", "There is no group " + parent + ".")
                    .check(
                            !above.contains(id),
                            "parents",
                            "A group cannot be nested in itself, not even through others.");
        }
        for (UUID role : fields.roles()) {
            problems.check(store.role(role).isPresent(), "roles", "There is no role " + role + ".");
        }
        problems.refuse();
    }

    private static void checkRole(Role role) {
        boolean named = role.permissions().stream()
                .noneMatch(permission ->
                        permission.action().isBlank() || permission.model().isBlank());
        FieldRules.name(role.name())
                .check(named, "permissions", "A permission names an action and a model.")
                .refuse();
    }

    private Group existing(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such group."));
    }

    private User member(UUID id) {
        return users.find(id).orElseThrow(() -> new InvalidFieldsException("pk", "There is no such user."));
    }

    private static GroupFields normalized(GroupFields fields) {
        return new GroupFields(
                fields.name().strip(),
                fields.superuser(),
                new ArrayList<>(Set.copyOf(fields.parents())),
                new ArrayList<>(Set.copyOf(fields.roles())),
                fields.attributes());
    }

    private static JsonObject differences(GroupFields old, GroupFields now) {
        return new Differences()
                .field("name", old.name(), now.name())
                .field("is_superuser", old.superuser(), now.superuser())
                .field("parents", Set.copyOf(old.parents()), Set.copyOf(now.parents()))
                .field("roles", Set.copyOf(old.roles()), Set.copyOf(now.roles()))
                .field("attributes", old.attributes(), now.attributes())
                .context();
    }

    private static JsonObject differences(Role old, Role now) {
        return new Differences()
                .field("name", old.name(), now.name())
                .field("permissions", Set.copyOf(old.permissions()), Set.copyOf(now.permissions()))
                .context();
    }

    private static <T> T unique(String sentence, Supplier<T> change) {
        try {
            return change.get();
        } catch (UniqueException e) {
            throw new InvalidFieldsException("name", sentence);
        }
    }
}

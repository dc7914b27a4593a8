package org.gatewright.testkit.port;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Role;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.UniqueException;
import org.gatewright.testkit.port.InMemoryDatabase.GroupRow;
import org.gatewright.testkit.port.InMemoryDatabase.Membership;

/** Keeps groups and roles in memory. */
final class InMemoryGroupStore implements GroupStore {

    private static final Listing<Group> GROUPS = new Listing<Group>()
            .field("pk", Group::id)
            .field("name", group -> group.fields().name())
            .field("is_superuser", group -> group.fields().superuser())
            .searched(group -> group.fields().name());
    private static final Listing<Role> ROLES =
            new Listing<Role>().field("pk", Role::id).field("name", Role::name).searched(Role::name);

    private final InMemoryDatabase database;

    InMemoryGroupStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Group> find(UUID id) {
        return database.transactions.call(() -> database.groups.get(id).map(this::group));
    }

    @Override
    public Optional<Group> findByName(String name) {
        return database.transactions.call(() -> database.groups.all().stream()
                .filter(row -> row.fields().name().equalsIgnoreCase(name))
                .findFirst()
                .map(this::group));
    }

    @Override
    public Page<Group> list(PageRequest page) {
        return database.transactions.call(
                () -> GROUPS.page(byName(database.groups.view().keySet()), page));
    }

    @Override
    public List<Group> allOf(UUID user) {
        return database.transactions.call(() -> byName(closure(database.memberships.all().stream()
                .filter(membership -> membership.user().equals(user))
                .map(Membership::group)
                .toList())));
    }

    @Override
    public List<Group> withAncestors(UUID group) {
        return database.transactions.call(() -> byName(closure(List.of(group))));
    }

    @Override
    public Group add(UUID id, GroupFields fields) {
        return database.transactions.call(() -> {
            checkUnique(id, fields.name());
            database.groups.put(id, new GroupRow(id, fields));
            return find(id).orElseThrow();
        });
    }

    @Override
    public boolean replace(UUID id, GroupFields fields) {
        return database.transactions.call(() -> {
            if (!database.groups.has(id)) {
                return false;
            }
            checkUnique(id, fields.name());
            database.groups.put(id, new GroupRow(id, fields));
            return true;
        });
    }

    @Override
    public boolean delete(UUID id) {
        return database.transactions.call(() -> {
            database.memberships.removeIf(membership -> membership.group().equals(id));
            for (GroupRow row : database.groups.all()) {
                if (row.fields().parents().contains(id)) {
                    database.groups.put(row.id(), new GroupRow(row.id(), withoutParent(row.fields(), id)));
                }
            }
            return database.groups.remove(id);
        });
    }

    @Override
    public void addMember(UUID group, UUID user) {
        database.transactions.run(() -> {
            if (!database.groups.has(group) || !database.users.has(user)) {
                throw new IllegalStateException("a membership needs its group and its user");
            }
            Membership membership = new Membership(group, user);
            if (!database.memberships.has(membership)) {
                database.memberships.put(membership, membership);
            }
        });
    }

    @Override
    public void removeMember(UUID group, UUID user) {
        database.transactions.run(() -> database.memberships.remove(new Membership(group, user)));
    }

    @Override
    public Page<Role> roles(PageRequest page) {
        return database.transactions.call(() -> ROLES.page(database.roles.all(), page));
    }

    @Override
    public Optional<Role> role(UUID id) {
        return database.transactions.call(() -> database.roles.get(id));
    }

    @Override
    public void saveRole(Role role) {
        database.transactions.run(() -> {
            boolean taken = database.roles.all().stream()
                    .anyMatch(other ->
                            !other.id().equals(role.id()) && other.name().equals(role.name()));
            if (taken) {
                throw new UniqueException("name", new IllegalStateException("taken"));
            }
            database.roles.put(role.id(), role);
        });
    }

    @Override
    public boolean deleteRole(UUID id) {
        return database.transactions.call(() -> {
            for (GroupRow row : database.groups.all()) {
                if (row.fields().roles().contains(id)) {
                    database.groups.put(row.id(), new GroupRow(row.id(), withoutRole(row.fields(), id)));
                }
            }
            return database.roles.remove(id);
        });
    }

    @Override
    public List<Role> rolesOf(UUID user) {
        return database.transactions.call(() -> allOf(user).stream()
                .flatMap(group -> group.fields().roles().stream())
                .distinct()
                .flatMap(role -> role(role).stream())
                .toList());
    }

    private Set<UUID> closure(List<UUID> start) {
        Set<UUID> seen = new LinkedHashSet<>();
        Deque<UUID> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            UUID id = open.remove();
            if (seen.add(id)) {
                database.groups
                        .get(id)
                        .ifPresent(row -> open.addAll(row.fields().parents()));
            }
        }
        return seen;
    }

    private List<Group> byName(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> database.groups.get(id).stream())
                .map(this::group)
                .sorted(Comparator.comparing(group -> group.fields().name()))
                .toList();
    }

    private Group group(GroupRow row) {
        List<UUID> members = database.memberships.all().stream()
                .filter(membership -> membership.group().equals(row.id()))
                .map(Membership::user)
                .toList();
        return new Group(row.id(), row.fields(), members);
    }

    private void checkUnique(UUID id, String name) {
        boolean taken = database.groups.all().stream()
                .anyMatch(row -> !row.id().equals(id) && row.fields().name().equalsIgnoreCase(name));
        if (taken) {
            throw new UniqueException("name", new IllegalStateException("taken"));
        }
    }

    private static GroupFields withoutParent(GroupFields fields, UUID parent) {
        List<UUID> parents =
                fields.parents().stream().filter(id -> !id.equals(parent)).toList();
        return new GroupFields(fields.name(), fields.superuser(), parents, fields.roles(), fields.attributes());
    }

    private static GroupFields withoutRole(GroupFields fields, UUID role) {
        List<UUID> roles =
                fields.roles().stream().filter(id -> !id.equals(role)).toList();
        return new GroupFields(fields.name(), fields.superuser(), fields.parents(), roles, fields.attributes());
    }
}

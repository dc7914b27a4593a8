package org.gatewright.store.jpa.directory;

import static org.gatewright.store.jpa.transaction.Listing.Filter.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Role;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.GroupStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Listing;
import org.gatewright.store.jpa.transaction.Listing.Filter;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps groups, their nesting and roles in the database. */
@Component
public final class JpaGroupStore implements GroupStore {

    private static final String ALL_OF_USER =
            "(SELECT a.ancestorId FROM MemberRow m, AncestorRow a WHERE a.groupId = m.groupId AND m.userId = ?1)";
    private static final String SELECT = "SELECT r FROM GroupRow r WHERE ";
    private static final String BY_NAME = " ORDER BY r.searchText";

    private static final Listing<GroupRow> LISTING = new Listing<>(
            GroupRow.class,
            "GroupRow",
            "r",
            "r.searchText",
            Map.of("name", "r.searchText", "is_superuser", "r.superuser"),
            Map.of("name", text("r.name"), "is_superuser", new Filter("r.superuser", JpaGroupStore::bool)));

    private static final Listing<RoleRow> ROLES = new Listing<>(
            RoleRow.class, "RoleRow", "r", "r.name", Map.of("name", "r.name"), Map.of("name", text("r.name")));

    private final Jpa jpa;

    @Activate
    public JpaGroupStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    static Object bool(String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    @Override
    public Optional<Group> find(UUID id) {
        return jpa.read(statements -> find(statements, id));
    }

    @Override
    public Optional<Group> findByName(String name) {
        return jpa.read(statements -> statements
                .first(GroupRow.class, SELECT + "r.searchText = ?1", UserRow.lower(name))
                .map(row -> group(statements, row)));
    }

    @Override
    public Page<Group> list(PageRequest page) {
        return jpa.read(statements -> LISTING.page(statements, page).map(row -> group(statements, row)));
    }

    @Override
    public List<Group> allOf(UUID user) {
        return groups("r.id IN " + ALL_OF_USER, user);
    }

    @Override
    public List<Group> withAncestors(UUID group) {
        return groups("r.id IN (SELECT a.ancestorId FROM AncestorRow a WHERE a.groupId = ?1)", group);
    }

    @Override
    public Group add(UUID id, GroupFields fields) {
        return jpa.write(statements -> {
            GroupRow row = new GroupRow();
            row.id = id;
            row.fill(fields);
            statements.insert(row);
            Links.ANCESTOR.add(statements, id, id);
            link(statements, id, fields);
            return find(statements, id).orElseThrow();
        });
    }

    @Override
    public boolean replace(UUID id, GroupFields fields) {
        return jpa.write(statements -> {
            boolean found = statements.modify(GroupRow.class, id, row -> row.fill(fields));
            if (found) {
                link(statements, id, fields);
            }
            return found;
        });
    }

    @Override
    public boolean delete(UUID id) {
        return jpa.write(statements -> {
            boolean deleted = statements.change("DELETE FROM GroupRow r WHERE r.id = ?1", id) == 1;
            if (deleted) {
                Nesting.changed(statements);
            }
            return deleted;
        });
    }

    @Override
    public void addMember(UUID group, UUID user) {
        jpa.run(statements -> Links.MEMBER.add(statements, user, group));
    }

    @Override
    public void removeMember(UUID group, UUID user) {
        jpa.run(statements -> Links.MEMBER.remove(statements, user, group));
    }

    @Override
    public Page<Role> roles(PageRequest page) {
        return jpa.read(statements -> ROLES.page(statements, page)).map(RoleRow::role);
    }

    @Override
    public Optional<Role> role(UUID id) {
        return jpa.read(statements -> statements.first(RoleRow.class, "SELECT r FROM RoleRow r WHERE r.id = ?1", id))
                .map(RoleRow::role);
    }

    @Override
    public void saveRole(Role role) {
        jpa.run(statements -> {
            if (!statements.modify(RoleRow.class, role.id(), row -> row.fill(role))) {
                RoleRow row = new RoleRow();
                row.id = role.id();
                row.fill(role);
                statements.insert(row);
            }
        });
    }

    @Override
    public boolean deleteRole(UUID id) {
        return jpa.write(statements -> statements.change("DELETE FROM RoleRow r WHERE r.id = ?1", id) == 1);
    }

    @Override
    public List<Role> rolesOf(UUID user) {
        String condition = "r.id IN (SELECT gr.roleId FROM GroupRoleRow gr WHERE gr.groupId IN " + ALL_OF_USER + ")";
        return jpa
                .read(statements -> statements.list(
                        RoleRow.class, "SELECT r FROM RoleRow r WHERE " + condition + " ORDER BY r.name", user))
                .stream()
                .map(RoleRow::role)
                .toList();
    }

    private List<Group> groups(String condition, UUID parameter) {
        return jpa.read(statements -> statements.list(GroupRow.class, SELECT + condition + BY_NAME, parameter).stream()
                .map(row -> group(statements, row))
                .toList());
    }

    private static Optional<Group> find(Statements statements, UUID id) {
        return statements.first(GroupRow.class, SELECT + "r.id = ?1", id).map(row -> group(statements, row));
    }

    private static void link(Statements statements, UUID id, GroupFields fields) {
        Links.ROLE.replace(statements, id, fields.roles());
        if (Links.PARENT.replace(statements, id, fields.parents())) {
            Nesting.changed(statements);
        }
    }

    private static Group group(Statements statements, GroupRow row) {
        GroupFields fields = new GroupFields(
                row.name,
                row.superuser,
                Links.PARENT.of(statements, row.id),
                Links.ROLE.of(statements, row.id),
                JsonText.read(row.attributes));
        return new Group(row.id, fields, Links.MEMBER.to(statements, row.id));
    }
}

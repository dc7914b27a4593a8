package org.gatewright.testkit.port;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Role;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;

/** Groups and roles straight over the store in memory, without the kernel's rules. */
public record FakeGroups(InMemoryDatabase database) implements Groups {

    @Override
    public Optional<Group> group(UUID id) {
        return database.groups().find(id);
    }

    @Override
    public Optional<Group> byName(String name) {
        return database.groups().findByName(name);
    }

    @Override
    public Page<Group> list(PageRequest page) {
        return database.groups().list(page);
    }

    @Override
    public Group create(Actor actor, GroupFields fields) {
        return database.groups().add(UUID.randomUUID(), fields);
    }

    @Override
    public Group update(Actor actor, UUID group, GroupFields fields) {
        database.groups().replace(group, fields);
        return database.groups().find(group).orElseThrow();
    }

    @Override
    public void addMember(Actor actor, UUID group, UUID user) {
        database.groups().addMember(group, user);
    }

    @Override
    public void removeMember(Actor actor, UUID group, UUID user) {
        database.groups().removeMember(group, user);
    }

    @Override
    public void delete(Actor actor, UUID group) {
        database.groups().delete(group);
    }

    @Override
    public Page<Role> roles(PageRequest page) {
        return database.groups().roles(page);
    }

    @Override
    public Optional<Role> role(UUID id) {
        return database.groups().role(id);
    }

    @Override
    public Role saveRole(Actor actor, Role role) {
        database.groups().saveRole(role);
        return role;
    }

    @Override
    public void deleteRole(Actor actor, UUID role) {
        database.groups().deleteRole(role);
    }
}

package org.gatewright.port.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Role;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps groups, their nesting and roles. */
@ProviderType
public interface GroupStore {

    /** Finds the group. */
    Optional<Group> find(UUID id);

    /** Finds the group, the name compared without case. */
    Optional<Group> findByName(String name);

    /** Lists groups; search is over the name. */
    Page<Group> list(PageRequest page);

    /** Returns the groups that the user is a member of, directly or through nesting, by name. */
    List<Group> allOf(UUID user);

    /** Returns the group and all groups that it is nested in, directly or not. */
    List<Group> withAncestors(UUID group);

    /** Adds a group. Throws {@link UniqueException} with {@code name} if taken, compared without case. */
    Group add(UUID id, GroupFields fields);

    /** Replaces the fields; false if there is no such group. Throws {@link UniqueException}. */
    boolean replace(UUID id, GroupFields fields);

    /** Deletes the group with memberships and nesting; false if there is none. */
    boolean delete(UUID id);

    /** Makes the user a direct member; nothing changes if they are. */
    void addMember(UUID group, UUID user);

    /** Ends a direct membership; nothing changes if there is none. */
    void removeMember(UUID group, UUID user);

    /** Lists roles. */
    Page<Role> roles(PageRequest page);

    /** Finds the role. */
    Optional<Role> role(UUID id);

    /** Adds or replaces the role. Throws {@link UniqueException} with {@code name} if taken. */
    void saveRole(Role role);

    /** Deletes the role; false if there is none. */
    boolean deleteRole(UUID id);

    /** Returns the roles of the groups that the user is a member of, directly or through nesting. */
    List<Role> rolesOf(UUID user);
}

package org.gatewright.port.directory;

import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Administers groups and roles. Every change records an audit event in the same transaction. */
@ProviderType
public interface Groups {

    /** Finds the group. */
    Optional<Group> group(UUID id);

    /** Finds the group with this name. */
    Optional<Group> byName(String name);

    /** Lists groups. Filters: {@code name}, {@code is_superuser}. */
    Page<Group> list(PageRequest page);

    /**
     * Creates a group.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException if a field is wrong, the name is taken, or the nesting has a circle
     * @throws org.gatewright.spi.error.GatewrightException with {@code DENIED} if the actor would grant more than they hold
     */
    Group create(Actor actor, GroupFields fields);

    /** Changes a group; as {@link #create}. */
    Group update(Actor actor, UUID group, GroupFields fields);

    /** Makes the user a direct member. */
    void addMember(Actor actor, UUID group, UUID user);

    /** Ends a direct membership. */
    void removeMember(Actor actor, UUID group, UUID user);

    /** Deletes the group. */
    void delete(Actor actor, UUID group);

    /** Lists roles. */
    Page<Role> roles(PageRequest page);

    /** Finds the role. */
    Optional<Role> role(UUID id);

    /** Creates or replaces a role; as {@link #create}. */
    Role saveRole(Actor actor, Role role);

    /** Deletes the role. */
    void deleteRole(Actor actor, UUID role);
}

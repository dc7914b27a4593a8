package org.gatewright.port.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Administers users. Every change records an audit event in the same transaction. Who may call what is checked by {@link AccessControl}, before; the rule that
 * nobody grants what they do not hold is checked here.
 */
@ProviderType
public interface Users {

    /** Finds the user with this number. */
    Optional<User> byPk(long pk);

    /** Lists users. Filters: {@code username}, {@code email}, {@code is_active}, {@code type}, {@code path}, {@code uuid}. */
    Page<User> list(PageRequest page);

    /** Returns the ids of the groups that the user is a direct member of. */
    List<UUID> groupsOf(UUID user);

    /**
     * Creates a user.
     *
     * @throws org.gatewright.port.error.InvalidFieldsException if a field is wrong, or user name or e-mail address are taken
     * @throws org.gatewright.spi.error.GatewrightException with {@code DENIED} if the actor would grant more than they hold
     */
    User create(Actor actor, UserFields fields, Optional<SecretText> password);

    /** Changes a user; as {@link #create}. Deactivating ends the user's sessions and grants. */
    User update(Actor actor, UUID user, UserFields fields);

    /**
     * Sets the password. Ends the user's sessions and revokes all the user's grants; the session in which users change their own password stays.
     */
    void setPassword(Actor actor, UUID user, SecretText password);

    /** Deletes the user with everything that is theirs. */
    void delete(Actor actor, UUID user);

    /** Tells whether there is an active superuser. */
    boolean hasSuperuser();
}

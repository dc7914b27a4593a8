package org.gatewright.port.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps users, their direct memberships and their password hashes. {@code User.superuser} is computed from the groups, nesting included.
 */
@ProviderType
public interface UserStore {

    /** Finds the user. */
    Optional<User> find(UUID id);

    /** Finds the user. */
    Optional<User> findByPk(long pk);

    /** Finds users of whom one of the fields is the identifier; at most two. */
    List<User> findBy(String identifier, Set<UserField> fields, boolean caseInsensitive);

    /** Lists users; search is over user name, name and e-mail address. */
    Page<User> list(PageRequest page);

    /** Adds a user. Throws {@link UniqueException} with {@code username} or {@code email} if taken, compared without case. */
    User add(UUID id, UserFields fields, Instant created);

    /** Replaces the fields; false if there is no such user. Throws {@link UniqueException} like {@link #add}. */
    boolean replace(UUID id, UserFields fields);

    /** Remembers the sign-in. */
    void signedIn(UUID id, Instant when);

    /** Deletes the user, memberships and password included; false if there is none. */
    boolean delete(UUID id);

    /** Returns the password hash. */
    Optional<String> passwordHash(UUID user);

    /** Sets the password hash. */
    void setPasswordHash(UUID user, String hash, Instant when);

    /** Sets the password hash if it is still the expected one; false if not. */
    boolean replacePasswordHash(UUID user, String expected, String hash);

    /** Returns the ids of the groups that the user is a direct member of. */
    List<UUID> groupsOf(UUID user);

    /** Tells whether an active user is a superuser. */
    boolean hasSuperuser();
}

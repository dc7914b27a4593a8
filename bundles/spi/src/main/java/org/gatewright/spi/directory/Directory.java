package org.gatewright.spi.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds users and their groups. Safe for use by several threads; each call sees what is committed, or what the surrounding transaction wrote.
 *
 * @since 1.0
 */
@ProviderType
public interface Directory {

    /** Finds the user with this id. */
    Optional<User> user(UUID id);

    /**
     * Finds the only user of whom one of the fields is the identifier. Users who are not active are found too.
     *
     * @param caseInsensitive whether upper and lower case count as the same
     * @return empty if there is none, or more than one
     */
    Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive);

    /** Returns the names of all groups that the user is a member of, directly or through nesting, in alphabetical order. */
    List<String> groupNames(UUID user);
}

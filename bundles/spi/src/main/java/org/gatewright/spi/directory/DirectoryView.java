package org.gatewright.spi.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users and groups that somebody may see; the others are not there. Each call sees what is committed.
 *
 * @since 1.4
 */
@ProviderType
public interface DirectoryView {

    /** At most so many are asked for at once. */
    int MOST = 500;

    /**
     * Finds users.
     *
     * @param after the number of the last one that was found before; 0 to begin
     * @param most how many at most
     * @return in the order of their numbers
     * @throws IllegalArgumentException if more than {@link #MOST} are asked for
     */
    List<User> users(Criterion<UserProperty> criterion, long after, int most);

    /**
     * Finds groups.
     *
     * @param after the name of the last one that was found before; empty to begin
     * @param most how many at most
     * @return in the order of their names in lower case
     * @throws IllegalArgumentException if more than {@link #MOST} are asked for
     */
    List<Group> groups(Criterion<GroupProperty> criterion, String after, int most);

    /** Returns the groups that users are members of, directly or through nesting, by name; a user without any is not in the map. */
    Map<UUID, List<Group>> groupsOf(List<UUID> users);

    /** Returns the names of the direct members of the group, in alphabetical order. */
    List<String> members(UUID group);
}

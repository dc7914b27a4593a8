package org.gatewright.port.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;
import org.osgi.annotation.versioning.ProviderType;

/** Searches users and groups, part by part. Who may see what is the caller's business. */
@ProviderType
public interface DirectorySearchStore {

    /** Finds users whose number comes after the given one, in the order of their numbers, at most so many. */
    List<User> users(Criterion<UserProperty> criterion, long after, int most);

    /** Finds groups whose name in lower case comes after the given one, in the order of these names, at most so many. */
    List<Group> groups(Criterion<GroupProperty> criterion, String after, int most);

    /** Returns the groups of each of the users, directly or through nesting, by name; a user without any is not in the map. */
    Map<UUID, List<Group>> groupsOf(List<UUID> users);

    /** Returns the names of the direct members of the group, in alphabetical order. */
    List<String> members(UUID group);
}

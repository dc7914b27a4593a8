package org.gatewright.kernel.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds users and groups in their stores. */
@Component
public final class StoredDirectory implements Directory {

    private final UserStore users;
    private final GroupStore groups;

    /** Takes its stores. */
    @Activate
    public StoredDirectory(@Reference UserStore users, @Reference GroupStore groups) {
        this.users = users;
        this.groups = groups;
    }

    @Override
    public Optional<User> user(UUID id) {
        return users.find(id);
    }

    @Override
    public Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive) {
        if (identifier.isBlank() || fields.isEmpty()) {
            return Optional.empty(); // an empty e-mail address names nobody
        }
        List<User> found = users.findBy(identifier, fields, caseInsensitive);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<String> groupNames(UUID user) {
        return groups.allOf(user).stream()
                .map(group -> group.fields().name())
                .sorted()
                .toList();
    }
}

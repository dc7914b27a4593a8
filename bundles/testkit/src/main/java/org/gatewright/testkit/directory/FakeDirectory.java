package org.gatewright.testkit.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;

/**
 * A directory in memory.
 *
 * @since 1.0
 */
public final class FakeDirectory implements Directory {

    private final Map<UUID, User> users = new LinkedHashMap<>();
    private final Map<UUID, List<String>> groups = new LinkedHashMap<>();

    /** Adds or replaces the user. */
    public FakeDirectory with(User user) {
        users.put(user.id(), user);
        return this;
    }

    /** Makes the user a member of the group. */
    public FakeDirectory member(User user, String group) {
        groups.computeIfAbsent(user.id(), id -> new ArrayList<>()).add(group);
        return with(user);
    }

    @Override
    public Optional<User> user(UUID id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive) {
        List<User> found = users.values().stream()
                .filter(user -> fields.stream()
                        .map(field -> value(user, field))
                        .anyMatch(value -> same(value, identifier, caseInsensitive)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<String> groupNames(UUID user) {
        return groups.getOrDefault(user, List.of()).stream().sorted().toList();
    }

    private static String value(User user, UserField field) {
        return switch (field) {
            case USERNAME -> user.username();
            case EMAIL -> user.email();
            case UPN -> user.attributes().text("upn").orElse("");
        };
    }

    private static boolean same(String value, String identifier, boolean caseInsensitive) {
        if (value.isEmpty()) {
            return false;
        }
        return caseInsensitive
                ? value.toLowerCase(Locale.ROOT).equals(identifier.toLowerCase(Locale.ROOT))
                : value.equals(identifier);
    }
}

package org.gatewright.testkit.port;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.GroupProperty;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;

/** Searches users and groups in memory. */
final class InMemoryDirectorySearchStore implements DirectorySearchStore {

    private static final Set<String> TEXTS = Set.of("USERNAME", "EMAIL", "GROUP", "NAME", "MEMBER");

    private final InMemoryDatabase database;

    InMemoryDirectorySearchStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<User> users(Criterion<UserProperty> criterion, long after, int most) {
        return database.transactions.call(() -> database.users.all().stream()
                .map(row -> database.users().find(row.id()).orElseThrow())
                .filter(user -> user.pk() > after)
                .filter(user -> meets(criterion, property -> values(user, property)))
                .sorted(Comparator.comparingLong(User::pk))
                .limit(most)
                .toList());
    }

    @Override
    public List<Group> groups(Criterion<GroupProperty> criterion, String after, int most) {
        return database.transactions.call(() -> database.groups.all().stream()
                .map(row -> group(row.id()))
                .filter(group -> lower(group.name()).compareTo(lower(after)) > 0)
                .filter(group -> meets(criterion, property -> values(group, property)))
                .sorted(Comparator.comparing(group -> lower(group.name())))
                .limit(most)
                .toList());
    }

    @Override
    public Map<UUID, List<Group>> groupsOf(List<UUID> users) {
        return database.transactions.call(() -> {
            Map<UUID, List<Group>> groups = new LinkedHashMap<>();
            for (UUID user : users) {
                List<Group> all = database.groups().allOf(user).stream()
                        .map(group -> group(group.id()))
                        .toList();
                if (!all.isEmpty()) {
                    groups.put(user, all);
                }
            }
            return groups;
        });
    }

    @Override
    public List<String> members(UUID group) {
        return database.transactions.call(
                () -> database.groups().find(group).map(org.gatewright.port.directory.Group::members).stream()
                        .flatMap(List::stream)
                        .flatMap(member -> database.users().find(member).stream())
                        .map(User::username)
                        .sorted(Comparator.comparing(InMemoryDirectorySearchStore::lower))
                        .toList());
    }

    private Group group(UUID id) {
        return database.groups()
                .find(id)
                .map(found -> new Group(
                        id,
                        found.fields().name(),
                        found.fields().superuser(),
                        found.fields().attributes()))
                .orElseThrow();
    }

    private List<String> values(User user, UserProperty property) {
        return switch (property) {
            case ID -> List.of(user.id().toString());
            case PK -> List.of(String.valueOf(user.pk()));
            case USERNAME -> List.of(user.username());
            case EMAIL -> user.email().isEmpty() ? List.of() : List.of(user.email());
            case ACTIVE -> List.of(String.valueOf(user.active()));
            case GROUP ->
                groupsOf(List.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                        .map(Group::name)
                        .toList();
        };
    }

    private List<String> values(Group group, GroupProperty property) {
        return switch (property) {
            case ID -> List.of(group.id().toString());
            case NAME -> List.of(group.name());
            case MEMBER -> members(group.id());
        };
    }

    private static <P extends Enum<P>> boolean meets(Criterion<P> criterion, Function<P, List<String>> values) {
        if (criterion instanceof Criterion.All<P> all) {
            return all.parts().stream().allMatch(part -> meets(part, values));
        }
        if (criterion instanceof Criterion.Any<P> any) {
            return any.parts().stream().anyMatch(part -> meets(part, values));
        }
        if (criterion instanceof Criterion.Not<P> not) {
            return !meets(not.part(), values);
        }
        if (criterion instanceof Criterion.Is<P> is) {
            return values.apply(is.property()).stream()
                    .anyMatch(value -> lower(value).equals(lower(is.value())));
        }
        Criterion.StartsWith<P> starts = (Criterion.StartsWith<P>) criterion;
        return TEXTS.contains(starts.property().name())
                && values.apply(starts.property()).stream()
                        .anyMatch(value -> lower(value).startsWith(lower(starts.prefix())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

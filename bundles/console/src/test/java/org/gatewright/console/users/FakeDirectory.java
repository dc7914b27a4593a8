package org.gatewright.console.users;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Users;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.testkit.port.FakeGroups;
import org.gatewright.testkit.port.FakeUsers;
import org.gatewright.testkit.port.InMemoryDatabase;

/** Users and groups straight over the stores in memory, with passwords in clear so that tests can look at them. */
final class FakeDirectory {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final FakeUsers users = new FakeUsers(database);

    Users users() {
        return users;
    }

    Groups groups() {
        return new FakeGroups(database);
    }

    Transactions transactions() {
        return database.transactions();
    }

    Optional<String> password(UUID user) {
        return database.users().passwordHash(user);
    }

    void refusePasswords() {
        users.refusePasswords();
    }

    Directory directory() {
        return new Directory() {
            @Override
            public Optional<User> user(UUID id) {
                return database.users().find(id);
            }

            @Override
            public Optional<User> find(String identifier, Set<UserField> fields, boolean caseInsensitive) {
                List<User> found = database.users().findBy(identifier, fields, caseInsensitive);
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }

            @Override
            public List<String> groupNames(UUID user) {
                return database.groups().allOf(user).stream()
                        .map(group -> group.fields().name())
                        .toList();
            }
        };
    }
}

package org.gatewright.console.users;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.jspecify.annotations.Nullable;

/** Creates a user who may do everything. */
@Service
@Command(
        scope = "idp",
        name = "createsuperuser",
        description =
                "Creates a user who may do everything. A second call for the same e-mail address changes nothing.")
public final class CreateSuperuser implements Action {

    private static final String ADMINISTRATORS = "Gatewright Admins";

    @Option(name = "--email", description = "The e-mail address, which is the user name too; asked for if not given")
    private @Nullable String email;

    @Option(name = "--password", description = "The password, at least 8 characters; asked for if not given")
    private @Nullable String password;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Users users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Groups groups;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Directory directory;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Transactions transactions;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() throws IOException {
        String address = email == null ? session.readLine("E-mail: ", null) : email;
        Optional<User> existing = directory.find(address, Set.of(UserField.EMAIL, UserField.USERNAME), true);
        if (existing.isPresent()) {
            report(existing.get(), "A user with this e-mail address exists. Nothing was changed.");
            return null;
        }
        SecretText secret = SecretText.of(password == null ? session.readLine("Password: ", '*') : password);
        report(transactions.call(() -> create(address, secret)), "The superuser was created.");
        return null;
    }

    private User create(String address, SecretText secret) {
        UserFields fields = new UserFields(
                address, "", address, true, UserType.INTERNAL, "users", JsonObject.empty(), List.of(superusers()));
        return users.create(Actor.system(), fields, Optional.of(secret));
    }

    /** A group that makes its members superusers. One of that name which does not is left alone: its members would be promoted. */
    private UUID superusers() {
        for (int number = 1; ; number++) {
            String name = number == 1 ? ADMINISTRATORS : ADMINISTRATORS + " " + number;
            Optional<Group> group = groups.byName(name);
            if (group.isEmpty()) {
                GroupFields fields = new GroupFields(name, true, List.of(), List.of(), JsonObject.empty());
                return groups.create(Actor.system(), fields).id();
            }
            if (group.get().fields().superuser()) {
                return group.get().id();
            }
        }
    }

    private void report(User user, String sentence) {
        if (json) {
            Report.one(session.getConsole(), true, UserRows.of(user).with("message", sentence));
        } else {
            session.getConsole().println(sentence);
        }
    }
}

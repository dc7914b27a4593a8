package org.gatewright.console.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.UserType;
import org.jspecify.annotations.Nullable;

/** Creates a user. */
@Service
@Command(scope = "idp", name = "user-create", description = "Creates a user.")
public final class UserCreate implements Action {

    @Argument(index = 0, name = "username", description = "The user name", required = true)
    private String username = "";

    @Option(name = "--name", description = "The full name")
    private String name = "";

    @Option(name = "--email", description = "The e-mail address")
    private String email = "";

    @Option(name = "--password", description = "The password; without it the user has none")
    private @Nullable String password;

    @Option(name = "--group", description = "The name of a group to join", multiValued = true)
    private List<String> groupNames = new ArrayList<>();

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
    private Session session;

    @Override
    public @Nullable Object execute() {
        List<UUID> ids = groupNames.stream().map(this::group).toList();
        UserFields fields =
                new UserFields(username, name, email, true, UserType.INTERNAL, "users", JsonObject.empty(), ids);
        Report.one(
                session.getConsole(),
                json,
                UserRows.of(users.create(
                        Actor.system(), fields, Optional.ofNullable(password).map(SecretText::of))));
        return null;
    }

    private UUID group(String groupName) {
        return groups.byName(groupName)
                .orElseThrow(() -> new InvalidFieldsException("group", "There is no group “" + groupName + "”."))
                .id();
    }
}

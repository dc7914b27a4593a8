package org.gatewright.console.users;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.console.output.Report;
import org.gatewright.port.directory.Users;
import org.gatewright.port.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists users. */
@Service
@Command(scope = "idp", name = "user-list", description = "Lists users, 100 a page.")
public final class UserList implements Action {

    @Option(name = "--search", description = "Words that user name, name or e-mail address contain")
    private String search = "";

    @Option(name = "--page", description = "The page, from 1")
    private int page = 1;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Users users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Override
    public @Nullable Object execute() {
        Report.list(
                session.getConsole(),
                json,
                users.list(new PageRequest(page, 100, List.of("username"), search, Map.of()))
                        .map(UserRows::of)
                        .items(),
                "pk",
                "username",
                "email",
                "active",
                "superuser",
                "type");
        return null;
    }
}
